module github.com/mattermost-deno/plugin/tools/launcher

go 1.24
