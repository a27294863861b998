/** A facet of a table: its checkboxes, in a list that opens, and how many rows there would be with each. */
class PlansFacet {
  /** A text as it is searched: `Özil` is found by `ozil`. */
  static plain(text) {
    return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
  }

  constructor(element) {
    this.element = element
    this.name = element.dataset.facet
    this.values = [...element.querySelectorAll("label")].map(label => {
      const text = label.querySelector(".plans-facet__text").textContent.trim()
      const count = label.querySelector(".plans-facet__count")
      return { label, box: label.querySelector("input"), count, text, plain: PlansFacet.plain(text) }
    })
    this.all = this.values.map(({ count }) => Number(count.textContent))
    this.places = new Map(this.values.map(({ box }, place) => [box.value, place]))
    this.find = element.querySelector(".plans-facet__find")
    this.summary = element.querySelector(".plans-facet__chosen")
    this.find?.addEventListener("input", () => this.draw())
    element.querySelector("summary")?.addEventListener("click", () => this.draw(true)) // before it opens
    element.addEventListener("toggle", () => (this.draw(), this.fit()))
    this.begin()
  }

  /** The places of a row's values among the facet's. */
  of(row) {
    const said = row.getAttribute(`data-${this.name}`)
    if (said === null) return []
    return ("many" in this.element.dataset ? said.split(" ") : [said]).map(value => this.places.get(value))
  }

  /** Take up what is chosen, and count anew. */
  begin() {
    this.chosen = new Set(this.values.flatMap(({ box }, place) => (box.checked ? [place] : [])))
    this.counts = new Int32Array(this.values.length)
  }

  /** What is chosen, in words. */
  texts() {
    return [...this.chosen].map(place => this.values[place].text)
  }

  lets(places) {
    return !this.chosen.size || places.some(place => this.chosen.has(place))
  }

  /** Show the counts, where they can be seen; a value that no row has left is no choice. */
  draw(isSeen = this.element.open !== false) {
    const chosen = this.texts()
    const others = chosen.length > 1 ? ` +${chosen.length - 1}` : ""
    if (this.summary) this.summary.textContent = chosen.length ? chosen[0] + others : ""
    this.element.classList.toggle("plans-facet--chosen", chosen.length > 0)
    if (!isSeen) return
    const wanted = PlansFacet.plain(this.find?.value ?? "")
    this.values.forEach((value, place) => {
      const number = this.counts[place]
      const isChoice = number > 0 || value.box.checked || !this.summary
      value.label.hidden = !isChoice || !value.plain.includes(wanted)
      if (value.number !== number) value.count.textContent = value.number = number
    })
  }

  /** Open the list on the side on which there is room for it. */
  fit() {
    this.element.classList.remove("plans-facet--end")
    const { left, right } = this.element.lastElementChild.getBoundingClientRect()
    const isOutside = left < 0 || right > document.documentElement.clientWidth
    this.element.classList.toggle("plans-facet--end", isOutside)
  }
}
