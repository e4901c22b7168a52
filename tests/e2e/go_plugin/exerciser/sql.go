package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"net/http"
	"sync"

	"github.com/lib/pq"
	"github.com/mattermost/mattermost/server/public/shared/driver"
)

type sqlWork struct {
	Do    string
	SQL   []string
	Args  []any
	Fail  bool
	Times int
}

// sql runs SQL on the server's database, and tells what came of it.
func (p *exerciser) sql(w http.ResponseWriter, r *http.Request) {
	decoder := json.NewDecoder(r.Body)
	decoder.UseNumber()
	var work sqlWork
	if err := decoder.Decode(&work); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	for i, arg := range work.Args {
		if number, ok := arg.(json.Number); ok {
			work.Args[i] = asNumber(number)
		}
	}
	db := sql.OpenDB(driver.NewConnector(p.Driver, true))
	defer db.Close()
	result, err := runSQL(r.Context(), db, work)
	var refused *pq.Error
	switch {
	case errors.As(err, &refused):
		reply(w, map[string]any{"error": map[string]string{
			"code":       string(refused.Code),
			"message":    refused.Message,
			"detail":     refused.Detail,
			"constraint": refused.Constraint,
		}})
	case err != nil:
		http.Error(w, err.Error(), http.StatusInternalServerError)
	default:
		reply(w, result)
	}
}

func asNumber(number json.Number) any {
	if whole, err := number.Int64(); err == nil {
		return whole
	}
	part, _ := number.Float64()
	return part
}

func runSQL(ctx context.Context, db *sql.DB, work sqlWork) (any, error) {
	switch work.Do {
	case "exec":
		result, err := db.ExecContext(ctx, work.SQL[0], work.Args...)
		if err != nil {
			return nil, err
		}
		return result.RowsAffected()
	case "transaction":
		return transact(ctx, db, work)
	case "leave":
		for range work.Times {
			rows, err := db.QueryContext(ctx, work.SQL[0])
			if err != nil {
				return nil, err
			}
			rows.Next()
			if err := rows.Close(); err != nil {
				return nil, err
			}
		}
		return work.Times, nil
	case "repeat":
		return repeat(ctx, db, work)
	default:
		return query(ctx, db, work.SQL[0], work.Args...)
	}
}

func query(ctx context.Context, db *sql.DB, text string, args ...any) ([]map[string]any, error) {
	rows, err := db.QueryContext(ctx, text, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return nil, err
	}
	found := []map[string]any{}
	for rows.Next() {
		values := make([]any, len(columns))
		into := make([]any, len(columns))
		for i := range values {
			into[i] = &values[i]
		}
		if err := rows.Scan(into...); err != nil {
			return nil, err
		}
		row := map[string]any{}
		for i, column := range columns {
			if bytes, ok := values[i].([]byte); ok {
				values[i] = string(bytes)
			}
			row[column] = values[i]
		}
		found = append(found, row)
	}
	return found, rows.Err()
}

func transact(ctx context.Context, db *sql.DB, work sqlWork) (string, error) {
	tx, err := db.BeginTx(ctx, &sql.TxOptions{Isolation: sql.LevelSerializable})
	if err != nil {
		return "", err
	}
	for _, each := range work.SQL {
		if _, err := tx.ExecContext(ctx, each); err != nil {
			return "", errors.Join(err, tx.Rollback())
		}
	}
	if work.Fail {
		return "taken back", tx.Rollback()
	}
	return "committed", tx.Commit()
}

func repeat(ctx context.Context, db *sql.DB, work sqlWork) ([]map[string]any, error) {
	found := make([]map[string]any, work.Times)
	failed := make([]error, work.Times)
	var asked sync.WaitGroup
	for n := range work.Times {
		asked.Add(1)
		go func() {
			defer asked.Done()
			rows, err := query(ctx, db, work.SQL[0], int64(n))
			failed[n] = err
			if len(rows) > 0 {
				found[n] = rows[0]
			}
		}()
	}
	asked.Wait()
	return found, errors.Join(failed...)
}
