package main

import (
	"fmt"

	"github.com/BurntSushi/toml"
	"github.com/spf13/cobra"

	"stampdesk/tui"
)

func (a *app) configCommand() *cobra.Command {
	set := &cobra.Command{
		Use: "set KEY VALUE", Short: "Ghi một cài đặt vào tệp cấu hình / write a setting into the configuration file",
		Long: "KEY: desk.confirm, sound.bell, scanner.port, scanners.NAME.port, printers.NAME.to …", Args: usage(cobra.ExactArgs(2)),
		RunE: func(_ *cobra.Command, args []string) error {
			now, err := a.setConfig(a.conf, []tui.Change{{Key: args[0], Value: args[1]}})
			if err != nil {
				return err
			}
			if a.flags.json {
				return a.printJSON(map[string]any{"file": now.where, "key": args[0], "value": args[1]})
			}
			_, err = fmt.Fprintf(a.out, a.t.SettingWritten, now.where)
			return err
		},
	}
	show := &cobra.Command{
		Use: "config", Short: "Cấu hình đang có hiệu lực / the configuration in force", Args: usage(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			if a.flags.json {
				others, scanners := map[string]any{}, map[string]any{}
				for name, q := range a.conf.Scanners {
					scanners[name] = scannerSettings(q)
				}
				for name, p := range a.conf.Printers {
					others[name] = printerSettings(p)
				}
				return a.printJSON(map[string]any{
					"file": a.conf.File, "data": a.conf.Data, "lang": a.conf.Lang,
					"screen":  map[string]any{"symbols": a.conf.Screen.Symbols, "colour": a.conf.Screen.Colour},
					"sound":   map[string]any{"bell": a.conf.Sound.Bell, "good": a.conf.Sound.Good},
					"desk":    map[string]any{"id": a.conf.Desk.ID, "confirm": a.conf.Desk.Confirm},
					"scanner": scannerSettings(a.conf.Scanner), "scanners": scanners,
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
	show.AddCommand(set)
	return show
}

func scannerSettings(q scannerConfig) map[string]any {
	return map[string]any{"port": q.Port, "baud": q.Baud, "suffix": q.Suffix, "mask7": q.Mask7, "feedback": q.Feedback}
}

func printerSettings(p printerConfig) map[string]any {
	return map[string]any{"profile": p.Profile, "to": p.To, "mode": p.Mode}
}
