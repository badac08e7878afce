-- Writers, one connection each: every one changes the title of a record of
-- its own, again and again, as a browser sends the form.
local threads = {}

function setup(thread)
	thread:set("number", #threads + tonumber(os.getenv("BENCH_FIRST")))
	thread:set("saved", 0)
	thread:set("refused", 0)
	table.insert(threads, thread)
end

function init()
	version = 1
end

function request()
	local body = string.format("version=%d&title:en=Title+%d&kind=project" ..
		"&stage=published&edition=public&track=none" ..
		"&title:en:origin=source&title:en:state=checked",
		version, version)
	local path = string.format("/en/actions/AB-%06d/edit", number)

	return wrk.format("POST", path, {
		["Content-Type"] = "application/x-www-form-urlencoded" }, body)
end

function response(status)
	if status == 303 then
		version = version + 1
		saved = saved + 1
	else
		refused = refused + 1
	end
end

function done(summary, latency)
	local saved, refused = 0, 0

	for _, thread in ipairs(threads) do
		saved = saved + thread:get("saved")
		refused = refused + thread:get("refused")
	end
	print(string.format("Saved: %d in %.3f s", saved,
		summary.duration / 1e6))
	print(string.format("Refused: %d", refused))
end
