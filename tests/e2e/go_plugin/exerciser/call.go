package main

import (
	"encoding/json"
	"net/http"
	"reflect"
	"strings"
)

// call calls any method of the API with arguments from JSON, and gives its first result.
func (p *exerciser) call(w http.ResponseWriter, r *http.Request) {
	var request struct {
		Method string
		Args   []json.RawMessage
	}
	if err := json.NewDecoder(r.Body).Decode(&request); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	name := strings.ToUpper(request.Method[:1]) + request.Method[1:]
	method := reflect.ValueOf(p.API).MethodByName(name)
	if !method.IsValid() {
		http.Error(w, "there is no method "+name, http.StatusNotFound)
		return
	}
	args := make([]reflect.Value, len(request.Args))
	for i, raw := range request.Args {
		arg := reflect.New(method.Type().In(i))
		if err := json.Unmarshal(raw, arg.Interface()); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		args[i] = arg.Elem()
	}
	results := method.Call(args)
	if last := results[len(results)-1]; last.Kind() == reflect.Pointer && !last.IsNil() {
		if err, failed := last.Interface().(error); failed {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
	}
	reply(w, results[0].Interface())
}
