package main

import (
	"reflect"

	saml2 "github.com/mattermost/gosaml2"

	"github.com/mattermost/mattermost/server/public/model"
)

// What older versions of the module have not.
func init() {
	jsonTypes = append(jsonTypes,
		reflect.TypeFor[*model.EmailNotification](), reflect.TypeFor[*saml2.AssertionInfo]())
	modes["registered"] = registeredValues
}
