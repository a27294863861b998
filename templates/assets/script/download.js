/** Rows of a table as a file of comma-separated values, made in the browser. */
class PlansDownload {
  /** A cell. A text that a spreadsheet would calculate gets an apostrophe before it, as in the site's files. */
  static cell(text) {
    const said = text.replace(/\s+/g, " ").trim()
    const guarded = /^'*[=+\-@＝＋－＠]/.test(said) ? `'${said}` : said
    return /[",]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
  }

  /** The text of a file with a head and rows, which are lists of texts. The mark has Excel read it as UTF-8. */
  static csv(head, rows) {
    return `\ufeff${[head, ...rows].map(row => `${row.map(PlansDownload.cell).join(",")}\r\n`).join("")}`
  }

  /** Have the browser save a text. */
  static save(text, name) {
    const href = URL.createObjectURL(new Blob([text], { type: "text/csv" }))
    Object.assign(document.createElement("a"), { href, download: name }).click()
    setTimeout(() => URL.revokeObjectURL(href), 1000)
  }
}
