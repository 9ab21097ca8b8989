package main

import (
	"fmt"
	"os"
	"runtime"
	"runtime/debug"

	"github.com/BurntSushi/toml"
	"github.com/spf13/cobra"
)

// version is set by the release build (-ldflags "-X main.version=…").
var version = "dev"

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: "Phiên bản / the version", Args: usage(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			v, revision := version, ""
			if info, ok := debug.ReadBuildInfo(); ok {
				for _, s := range info.Settings {
					if s.Key == "vcs.revision" {
						revision = s.Value
					}
				}
			}
			if a.flags.json {
				return a.printJSON(map[string]any{"version": v, "revision": revision, "go": runtime.Version(), "platform": runtime.GOOS + "/" + runtime.GOARCH})
			}
			_, err := fmt.Fprintf(a.out, "stampdesk %s %s (%s %s/%s)\n", v, revision, runtime.Version(), runtime.GOOS, runtime.GOARCH)
			return err
		},
	}
}

func (a *app) configCommand() *cobra.Command {
	return &cobra.Command{
		Use: "config", Short: "Cấu hình đang có hiệu lực / the configuration in force", Args: usage(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			if a.flags.json {
				return a.printJSON(map[string]any{
					"file": a.conf.File, "data": a.conf.Data, "lang": a.conf.Lang,
					"desk":    map[string]any{"id": a.conf.Desk.ID, "confirm": a.conf.Desk.Confirm},
					"scanner": map[string]any{"port": a.conf.Scanner.Port, "baud": a.conf.Scanner.Baud, "suffix": a.conf.Scanner.Suffix},
					"printer": map[string]any{"profile": a.conf.Printer.Profile, "to": a.conf.Printer.To},
				})
			}
			file := a.conf.File
			if file == "" {
				file = a.t.NoConfigFile
			}
			fmt.Fprintf(a.out, "# %s: %s\n# %s: %s\n", a.t.ConfigFile, file, a.t.DataDir, a.conf.Data)
			return toml.NewEncoder(a.out).Encode(a.conf)
		},
	}
}

// isTerminal reports whether f is a character device, which is near enough to
// decide on a progress bar.
func isTerminal(f any) bool {
	file, ok := f.(*os.File)
	if !ok {
		return false
	}
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
