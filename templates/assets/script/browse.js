/* The browser of a table (tactics, goals): it searches, filters and sorts the rows of the table that stands in
   the page, and keeps what is chosen in the address. Every word that it shows stands in the page as well. */
(() => {
  "use strict"

  /* So many rows of a long table are drawn at first, and so many more whenever they are asked for: to lay out
     thousands takes longer than a reader waits for the answer to a key. */
  const SHORT = 100
  const FIRST = 50
  const MORE = 500

  /* On a narrow screen, a part of a table is folded when so many rows stand above it. */
  const OPEN = 20

  /* From this width on, the facets stand in a row and open over the table, as in browse.css. */
  const wide = matchMedia("(min-width: 45em)")

  /** A row, and what is to know of it, read when it is first asked for: what it is searched for in, its
      values of each facet, its place in the order of each column. */
  class Row {
    constructor(element, place, facets) {
      Object.assign(this, { element, place, facets, body: element.parentElement })
    }

    get text() {
      const { cells, dataset } = this.element
      const seen = [...cells].slice(0, 3).map(cell => cell.textContent)
      return (this.said ??= PlansFacet.plain([...seen, dataset.summary ?? ""].join(" ")))
    }

    get values() {
      return (this.found ??= this.facets.map(facet => facet.of(this.element)))
    }

    get order() {
      const number = text => (text === "-" ? null : Number(text))
      return (this.places ??= this.element.dataset.order.split(" ").map(number))
    }
  }

  /** A part of a table with a head of its own, if it has one. Sorted otherwise than it stands in the page, the
      table has no parts: the first one takes all rows. */
  class Group {
    constructor(body, place) {
      Object.assign(this, { body, place })
      this.head = [...body.rows].filter(row => !row.dataset.order)
      this.count = this.head[0]?.querySelector(".plans-due-rows__count")
    }

    /** Make a button of what the head says, which folds the rows below it; or take that back. */
    fold(folds, redraw) {
      const head = this.head[0]?.cells[0]
      if (!head || folds === Boolean(this.button)) return
      if (folds) {
        this.button = Object.assign(document.createElement("button"), { type: "button" })
        this.button.addEventListener("click", () => this.toggle(redraw))
        this.button.append(...head.childNodes)
        head.append(this.button)
      } else {
        head.replaceChildren(...this.button.childNodes)
        this.button = null
      }
    }

    toggle(redraw) {
      this.isOpen = this.button.getAttribute("aria-expanded") === "false"
      redraw()
      this.button.focus({ preventScroll: true }) // it was drawn anew
    }

    /** Draw its rows among those that are drawn, `above` of them before it; give how many there are. */
    draw(drawn, shown, isSorted, above) {
      const isOwn = row => (isSorted ? !this.place : row.body === this.body)
      const own = drawn.filter(isOwn)
      const isOpen = isSorted || !this.button || (this.isOpen ?? above < OPEN)
      const head = isSorted ? [] : this.head
      this.button?.setAttribute("aria-expanded", isOpen)
      this.body.replaceChildren(...head, ...own.filter(() => isOpen).map(({ element }) => element))
      this.body.hidden = !own.length
      if (this.count) this.count.textContent = shown.filter(isOwn).length
      return own.length
    }
  }

  /** One table with its controls. Only the first on a page keeps its state in the address. */
  class Browser {
    constructor(root, hasAddress) {
      const one = selector => root.querySelector(selector)
      Object.assign(this, { root, hasAddress, path: location.pathname, form: one("form") })
      this.table = one(".plans-table")
      this.groups = [...one("table").tBodies].map((body, place) => new Group(body, place))
      this.count = one(".plans-browse__count")
      this.all = this.count.textContent
      this.onPaper = one(".plans-browse__chosen")
      this.more = one(".plans-browse__more")
      this.nothing = one(".plans-browse__nothing")
      this.download = one(".plans-browse__download")
      this.resets = [...root.querySelectorAll("[data-reset]")]
      this.fold = one(".plans-browse__fold")
      this.facets = [...root.querySelectorAll("[data-facet]")].map(element => new PlansFacet(element))
      const rows = [...root.querySelectorAll("tr[data-order]")]
      this.rows = rows.map((element, place) => new Row(element, place, this.facets))
      this.first = this.rows.length > SHORT ? FIRST : SHORT
      this.setUpSorting(one("table").dataset.columns.split(" "), one("thead tr").cells)
      this.listen()
      this.fit()
      this.read()
      this.form.hidden = false
      root.classList.add("plans-browser--ready")
      this.readAhead()
    }

    /** Read the rows while the reader does nothing, so that the first key is answered as fast as others. */
    readAhead(place = 0) {
      window.requestIdleCallback?.(deadline => {
        while (place < this.rows.length && deadline.timeRemaining() > 1) {
          const row = this.rows[place++]
          row.text, row.values
        }
        if (place < this.rows.length) this.readAhead(place)
      })
    }

    /** Make a button of each column's head, and the same choices in the list that stands in for them on a
        narrow screen. */
    setUpSorting(columns, heads) {
      this.select = this.form.elements.sort
      this.columns = columns.map((name, place) => {
        const head = heads[place]
        const button = Object.assign(document.createElement("button"), { type: "button" })
        const text = head.textContent
        const descending = this.select.dataset.descending.replace("{column}", text)
        button.append(...head.childNodes)
        head.append(button)
        button.addEventListener("click", () => this.sortBy(name))
        this.select.add(new Option(text, name))
        this.select.add(new Option(descending, `-${name}`))
        return { name, head }
      })
    }

    listen() {
      this.form.addEventListener("input", event => event.target.name && this.update())
      this.form.addEventListener("submit", event => event.preventDefault())
      this.form.addEventListener("keydown", event => event.key === "Escape" && this.close())
      this.resets.forEach(button => button.addEventListener("click", () => this.reset()))
      this.more.firstElementChild.addEventListener("click", () => this.drawMore())
      this.download.firstElementChild.addEventListener("click", () => this.save())
    }

    // --- what is chosen --------------------------------------------------------------------------

    /** Take what the address says, if it is still that of this page. */
    read() {
      const asked = new URLSearchParams(this.hasAddress ? location.search : "")
      if (this.path !== location.pathname) return
      this.form.reset()
      this.form.elements.find.value = asked.get("find") ?? ""
      this.select.value = asked.get("sort") ?? ""
      if (this.select.selectedIndex < 0) this.select.value = ""
      for (const { name, values } of this.facets) {
        const wanted = new Set(asked.getAll(name))
        for (const { box } of values) box.checked = wanted.has(box.value)
      }
      this.show()
    }

    /** Say in the address what is chosen, and leave there what isn't ours. */
    write() {
      if (!this.hasAddress) return
      const url = new URL(location.href)
      const ours = new Set(this.facets.map(facet => facet.name))
      for (const name of [...ours, "find", "sort"]) url.searchParams.delete(name)
      for (const [name, value] of new FormData(this.form)) {
        if (value || ours.has(name)) url.searchParams.append(name, value)
      }
      history.replaceState(history.state, "", url)
    }

    /** Follow a link to this page, as the menu's, which asks for something else. With `navigation.instant`
        Material looks at paths alone, and would stay where the reader is: so the address comes first. */
    follow(link) {
      const leadsHere = link.origin === location.origin && link.pathname === this.path && !link.hash
      if (!this.hasAddress || !leadsHere || link.search === location.search) return
      history.replaceState(history.state, "", link.href)
      this.read()
    }

    update() {
      this.show()
      this.write()
    }

    /** Up, then down, then as in the plan. */
    sortBy(name) {
      const { value } = this.select
      this.select.value = value === name ? `-${name}` : value === `-${name}` ? "" : name
      this.update()
    }

    reset() {
      this.form.reset()
      this.update()
      this.count.focus({ preventScroll: true }) // the button that was pressed is gone
    }

    // --- what is shown ---------------------------------------------------------------------------

    show() {
      this.sort()
      this.filter()
      this.draw(this.folds ? Infinity : this.first)
      this.facets.forEach(facet => facet.draw())
      this.say()
    }

    sort() {
      const { value } = this.select
      if (value === (this.sorted ?? "")) return
      this.sorted = value
      const by = this.columns.findIndex(({ name }) => value.replace("-", "") === name)
      const sign = value.startsWith("-") ? -1 : 1
      this.rows.sort((a, b) => (by < 0 ? 0 : compared(a.order[by], b.order[by], sign)) || a.place - b.place)
      this.columns.forEach(({ head }, place) => {
        if (place === by) head.setAttribute("aria-sort", sign < 0 ? "descending" : "ascending")
        else head.removeAttribute("aria-sort")
      })
    }

    /** Find the rows that pass; each facet counts those that pass all the others. */
    filter() {
      const words = PlansFacet.plain(this.form.elements.find.value).split(/\s+/)
      this.facets.forEach(facet => facet.begin())
      if (!words.join("") && this.facets.every(facet => !facet.chosen.size)) {
        this.facets.forEach(facet => facet.counts.set(facet.all))
        this.shown = [...this.rows]
        return
      }
      this.shown = this.rows.filter(({ text, values }) => {
        if (!words.every(word => text.includes(word))) return false
        const fails = this.facets.filter((facet, place) => !facet.lets(values[place]))
        this.facets.forEach((facet, place) => {
          const others = fails.length - fails.includes(facet)
          if (!others) for (const value of values[place]) facet.counts[value]++
        })
        return !fails.length
      })
    }

    /** Draw so many of the rows that pass. */
    draw(number) {
      this.drawn = Math.min(number, this.shown.length)
      const rows = this.shown.slice(0, this.drawn)
      let above = 0
      for (const group of this.groups) above += group.draw(rows, this.shown, Boolean(this.sorted), above)
      this.table.hidden = !rows.length
      this.nothing.hidden = rows.length > 0
      this.download.hidden = !rows.length
      const [button] = this.more.children
      const left = this.shown.length - this.drawn
      this.more.hidden = !left
      button.textContent = button.dataset.text.replace("{number}", Math.min(left, MORE))
    }

    /** Draw more of them, and go on reading with the first of these. */
    drawMore() {
      const next = this.shown[this.drawn].element
      this.draw(this.drawn + MORE)
      next.querySelector("a")?.focus()
    }

    /** Save all rows that pass, in their order. */
    save() {
      const head = this.columns.map(({ head }) => head.textContent)
      const rows = this.shown.map(({ element }) => [...element.cells].map(cell => cell.textContent))
      PlansDownload.save(PlansDownload.csv(head, rows), this.download.firstElementChild.dataset.file)
    }

    say() {
      const find = this.form.elements.find.value.trim()
      const facets = this.facets.flatMap(facet => facet.texts())
      const chosen = [find, ...facets].filter(Boolean)
      const some = this.count.dataset.some.replace("{number}", this.shown.length)
      this.count.textContent = chosen.length ? some : this.all
      this.onPaper.textContent = chosen.join(" · ")
      this.fold.querySelector(".plans-facet__chosen").textContent = facets.length || ""
      this.resets[0].hidden = !chosen.length && !this.select.value
    }

    /** Draw all that pass: paper has no button to ask for more. */
    print() {
      this.beforePrint = this.drawn
      this.foldGroups(false)
      this.draw(Infinity)
    }

    afterPrint() {
      this.foldGroups(!wide.matches)
      this.draw(this.beforePrint)
    }

    // --- where it is shown -----------------------------------------------------------------------

    fit() {
      this.fold.open = wide.matches
      this.foldGroups(!wide.matches)
      if (this.shown && this.groups.length > 1) this.show()
    }

    foldGroups(folds) {
      this.folds = folds && this.groups.length > 1
      this.groups.forEach(group => group.fold(this.folds, () => this.draw(Infinity)))
    }

    /** Close the open list, and stay with what opened it. */
    close() {
      const open = wide.matches && this.form.querySelector(".plans-facet[open]")
      if (!open) return
      open.open = false
      open.querySelector("summary").focus()
    }

    /** Close the lists that cover the table, but for the one in which something happens. */
    closeBut(target) {
      if (!wide.matches) return
      for (const open of this.form.querySelectorAll(".plans-facet[open]")) {
        if (!open.contains(target)) open.open = false
      }
    }
  }

  /** Order two numbers; what has none comes last, whatever the direction. */
  function compared(a, b, sign) {
    if (a === null || b === null) return (a === null) - (b === null)
    return sign * (a - b)
  }

  let browsers = []
  const each = act => () => browsers.forEach(act)

  function setUp() {
    const roots = [...document.querySelectorAll(".plans-browser")]
    browsers = roots.map((root, place) => new Browser(root, place === 0))
  }

  wide.addEventListener("change", each(browser => browser.fit()))
  for (const event of ["pointerdown", "focusin"]) {
    document.addEventListener(event, ({ target }) => browsers.forEach(browser => browser.closeBut(target)))
  }
  const opensHere = event => !(event.ctrlKey || event.metaKey || event.shiftKey)
  document.addEventListener(
    "click",
    event => {
      const link = event.target.closest?.("a[href]")
      if (link && opensHere(event)) browsers.forEach(browser => browser.follow(link))
    },
    true, // before Material
  )
  window.addEventListener("popstate", each(browser => browser.hasAddress && browser.read()))
  window.addEventListener("beforeprint", each(browser => browser.print()))
  window.addEventListener("afterprint", each(browser => browser.afterPrint()))

  /* With `navigation.instant`, Material puts another page in the place of this one. A task of our own leaves
     the browser time for the reader between Material's and ours. */
  const setUpNext = () => setTimeout(setUp)
  if (window.document$) window.document$.subscribe(setUpNext)
  else document.addEventListener("DOMContentLoaded", setUpNext)
})()
