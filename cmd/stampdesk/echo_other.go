//go:build !linux && !windows

package main

import (
	"os"
	"os/exec"
)

// echo has a terminal show what is typed, or not.
func echo(f *os.File, on bool) error {
	mode := "-echo"
	if on {
		mode = "echo"
	}
	stty := exec.Command("stty", mode)
	stty.Stdin = f
	return stty.Run()
}
