-- What readers ask for: half of it pages that are kept, half made anew.
local paths = { "/ar", "/en", "/ar/pledges", "/ar/gaps" }

function request()
	local n = math.random(8)
	local path = paths[n]

	if n > 6 then
		path = string.format("/ar/pledges/PB-%06d", math.random(50))
	elseif n > 5 then
		path = "/ar/actions?order=title"
	elseif n > 4 then
		path = string.format("/en/actions/AB-%06d", math.random(150))
	end
	return wrk.format("GET", path)
end
