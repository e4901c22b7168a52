package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
)

// sourceMethod is what only the source of an interface knows about one method.
type sourceMethod struct {
	name   string
	since  string
	params []string
}

var minimumVersion = regexp.MustCompile(`(?i)minimum server version:\s*v?([0-9]+(?:\.[0-9]+)*)`)

// readInterface parses one file of the module's package "plugin".
func readInterface(file, name string) ([]sourceMethod, error) {
	folder, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", modulePath).Output()
	if err != nil {
		return nil, fmt.Errorf("go list -m %s: %w", modulePath, err)
	}
	path := filepath.Join(strings.TrimSpace(string(folder)), "plugin", file)
	parsed, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ParseComments)
	if err != nil {
		return nil, err
	}
	face := findInterface(parsed, name)
	if face == nil {
		return nil, fmt.Errorf("%s declares no interface %s", path, name)
	}
	var out []sourceMethod
	for _, member := range face.Methods.List {
		signature, ok := member.Type.(*ast.FuncType)
		if !ok || len(member.Names) != 1 {
			return nil, fmt.Errorf("%s: interface %s has a member that is no plain method", path, name)
		}
		method := sourceMethod{name: member.Names[0].Name, params: paramNames(signature)}
		if match := minimumVersion.FindStringSubmatch(member.Doc.Text()); match != nil {
			method.since = match[1]
		}
		out = append(out, method)
	}
	return out, nil
}

func findInterface(file *ast.File, name string) *ast.InterfaceType {
	for _, decl := range file.Decls {
		general, ok := decl.(*ast.GenDecl)
		if !ok {
			continue
		}
		for _, spec := range general.Specs {
			if named, ok := spec.(*ast.TypeSpec); ok && named.Name.Name == name {
				if face, ok := named.Type.(*ast.InterfaceType); ok {
					return face
				}
			}
		}
	}
	return nil
}

func paramNames(signature *ast.FuncType) []string {
	var out []string
	for _, field := range signature.Params.List {
		if len(field.Names) == 0 {
			out = append(out, "")
		}
		for _, name := range field.Names {
			out = append(out, name.Name)
		}
	}
	return out
}
