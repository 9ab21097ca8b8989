package main

import (
	"fmt"

	"github.com/BurntSushi/toml"
	"github.com/spf13/cobra"
)

func (a *app) configCommand() *cobra.Command {
	return &cobra.Command{
		Use: "config", Short: "Cấu hình đang có hiệu lực / the configuration in force", Args: usage(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			if a.flags.json {
				others := map[string]any{}
				for name, p := range a.conf.Printers {
					others[name] = printerSettings(p)
				}
				return a.printJSON(map[string]any{
					"file": a.conf.File, "data": a.conf.Data, "lang": a.conf.Lang,
					"desk":    map[string]any{"id": a.conf.Desk.ID, "confirm": a.conf.Desk.Confirm},
					"scanner": map[string]any{"port": a.conf.Scanner.Port, "baud": a.conf.Scanner.Baud, "suffix": a.conf.Scanner.Suffix, "mask7": a.conf.Scanner.Mask7},
					"printer": printerSettings(a.conf.Printer), "printers": others,
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

func printerSettings(p printerConfig) map[string]any {
	return map[string]any{"profile": p.Profile, "to": p.To, "mode": p.Mode}
}
