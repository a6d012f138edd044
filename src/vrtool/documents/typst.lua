-- What pandoc's Typst writer leaves unescaped. An empty expression between two signs, or before
-- the first, keeps them text.
local BREAK = "#[];"

-- At the start of a list item, a cell or bold type these would make a list, a heading or a term,
-- or stop the typesetting.
local function opens_markup(text)
  return text:match("^[-+/=%d]") ~= nil
end

-- Typst reads "..." as an ellipsis, "-?" as a soft hyphen and "-1" as minus one.
local function parts(text)
  local marked = text
    :gsub("%.%.", ".\0.")
    :gsub("%-%?", "-\0?")
    :gsub("^%-(%d)", "-\0%1")
    :gsub("([^%w])%-(%d)", "%1-\0%2")
  return marked:gmatch("[^\0]+")
end

local function insert_text(inlines, text, at_start)
  local broken = at_start and opens_markup(text)
  for part in parts(text) do
    if broken then
      inlines:insert(pandoc.RawInline("typst", BREAK))
    end
    inlines:insert(pandoc.Str(part))
    broken = true
  end
end

function Inlines(inlines)
  local kept = pandoc.List()
  local at_start = true
  for _, inline in ipairs(inlines) do
    if inline.t == "Str" then
      insert_text(kept, inline.text, at_start)
    else
      kept:insert(inline)
    end
    at_start = inline.t == "LineBreak"
  end
  return kept
end

-- A colon in a term would end the term.
function DefinitionList(list)
  for _, item in ipairs(list.content) do
    item[1]:insert(1, pandoc.RawInline("typst", "#["))
    item[1]:insert(pandoc.RawInline("typst", "]"))
  end
  return list
end

-- The last section, as a rule the signatures, is not torn over two pages; its heading goes with it
-- by itself. One that fills most of a page is, lest it leave the page before it empty.
local KEPT = [[
#layout(size => {
  let part = [
]]
local KEPT_END = [[
  ]
  let short = measure(width: size.width, part).height < 0.7 * size.height
  std.block(breakable: not short, width: 100%, part)
})
]]

function Pandoc(doc)
  local start
  for place, block in ipairs(doc.blocks) do
    if block.t == "Header" then
      start = place + 1
    elseif block.t == "Table" then
      start = nil
    end
  end
  if start and start <= #doc.blocks then
    doc.blocks:insert(start, pandoc.RawBlock("typst", KEPT))
    doc.blocks:insert(pandoc.RawBlock("typst", KEPT_END))
  end
  return doc
end
