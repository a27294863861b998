"""What is wrong with how a page lies there, as a browser lays it out: `FAULTS` runs in the page."""

FAULTS = r"""() => {
  const SLACK = 2 // pixels by which letters may reach beyond what they are in
  const width = document.documentElement.clientWidth
  const HIDDEN = ".plans-unseen, .plans-stacks thead, .plans-coverage thead"
  const faults = []
  const told = (kind, text, at) => {
    const name = (at.className.baseVal ?? at.className) || at.localName
    faults.push(`${kind}: ${text.trim().slice(0, 40)} (${name})`)
  }

  /** Nothing that only those who listen get, that is folded away, or that is drawn by a scale. */
  const isSeen = at => at.checkVisibility({ visibilityProperty: true }) && !at.closest(HIDDEN)

  /** The nearest frame in which what is too wide is scrolled or cut. */
  const frame = at => {
    for (let up = at; up && up !== document.body; up = up.parentElement)
      if (getComputedStyle(up).overflowX !== "visible") return up
  }

  /** The lines of a text: where it runs in both directions, a line has several parts. */
  const linesOf = parts => {
    const lines = []
    for (const { top, bottom, left, right } of parts) {
      const line = lines.find(one => Math.abs(one.top - top) < 4)
      if (line) Object.assign(line, { left: Math.min(line.left, left), right: Math.max(line.right, right) })
      else lines.push({ top, bottom, left, right })
    }
    return lines
  }

  for (const at of document.querySelectorAll("article .plans *")) {
    const { left, right } = at.getBoundingClientRect()
    if ((left < -SLACK || right > width + SLACK) && isSeen(at) && !frame(at)) told("wide", at.textContent, at)
  }
  for (const at of document.querySelectorAll("article .plans *")) {
    const { left, right } = at.getBoundingClientRect()
    if ((left < -SLACK || right > width + SLACK) && isSeen(at) && !frame(at)) told("wide", at.textContent, at)
  }
  const lines = []
  for (const root of document.querySelectorAll("article .plans")) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node; (node = walker.nextNode()); ) {
      const at = node.parentElement
      if (!node.data.trim() || !isSeen(at)) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const rects = linesOf([...range.getClientRects()].filter(rect => rect.width > 1))
      if (!rects.length) continue
      const size = parseFloat(getComputedStyle(at).fontSize)
      const widest = Math.max(...rects.map(rect => rect.right - rect.left))
      if (rects.length > 2 && widest < 4 * size)
        told("squeezed", node.data, at)
      const outer = frame(at)
      const scrolls = outer && /auto|scroll/.test(getComputedStyle(outer).overflowX)
      const sides = outer ? outer.getBoundingClientRect() : { left: 0, right: width }
      if (!scrolls && rects.some(rect => rect.left < sides.left - SLACK || rect.right > sides.right + SLACK))
        told(outer ? "cut" : "outside", node.data, at)
      for (const rect of rects) lines.push({ ...rect, node, at })
    }
  }
  lines.sort((one, other) => one.top - other.top)
  lines.forEach((line, place) => {
    for (let next = place + 1; next < lines.length && lines[next].top < line.bottom - 4; next++) {
      const other = lines[next]
      const across = Math.min(line.right, other.right) - Math.max(line.left, other.left)
      const down = Math.min(line.bottom, other.bottom) - other.top
      if (other.node !== line.node && across > SLACK && down > (line.bottom - line.top) / 2)
        told(`over "${line.node.data.trim().slice(0, 20)}"`, other.node.data, other.at)
    }
  })
  return faults
}"""
"""Gives what is wrong, in words: text that is squeezed into a column of a few letters, that reaches beyond
its frame or the window, or lies over another; and a page that scrolls sideways.
"""
