// Tells how Go takes regular expressions: those of the Collector's redaction are read as JSON, a list of texts.
package main

import (
	"encoding/json"
	"os"
	"reflect"
	"regexp"
	"regexp/syntax"
)

type answer struct {
	Error string `json:"error,omitempty"`
	// Whether each letter decides alone how it goes on.
	OnePass bool `json:"onePass"`
	// What every text that it finds begins with: Go looks for that first.
	Prefix string `json:"prefix"`
	// Whether there is nothing else in it.
	Literal bool `json:"literal"`
	// Steps of the program that it becomes.
	Size int `json:"size"`
}

func main() {
	var expressions []string
	if err := json.NewDecoder(os.Stdin).Decode(&expressions); err != nil {
		panic(err)
	}
	answers := make([]answer, len(expressions))
	for i, expression := range expressions {
		answers[i] = about(expression)
	}
	if err := json.NewEncoder(os.Stdout).Encode(answers); err != nil {
		panic(err)
	}
}

func about(expression string) answer {
	compiled, err := regexp.Compile(expression)
	if err != nil {
		return answer{Error: err.Error()}
	}
	parsed, err := syntax.Parse(expression, syntax.Perl)
	if err != nil {
		return answer{Error: err.Error()}
	}
	program, err := syntax.Compile(parsed.Simplify())
	if err != nil {
		return answer{Error: err.Error()}
	}
	prefix, literal := compiled.LiteralPrefix()
	return answer{
		// Not exported, and not asked for in any other way.
		OnePass: !reflect.ValueOf(compiled).Elem().FieldByName("onepass").IsNil(),
		Prefix:  prefix,
		Literal: literal,
		Size:    len(program.Inst),
	}
}
