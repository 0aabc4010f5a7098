package org.vigie.exchange.evidence;

/** What a machine made of a foreign advert, in a report: marked as such, and no quotation. */
final class ForeignSection {
  private final ReportHtml html;
  private final ReportWords words;

  ForeignSection(ReportHtml html, ReportWords words) {
    this.html = html;
    this.words = words;
  }

  void add(ForeignText foreign) {
    if (!foreign.gloss().isEmpty()) {
      html.element("h5", words.say("gloss")).element("p", words.say("gloss-note"));
      html.list(foreign.gloss().stream().map(ForeignSection::line).toList());
    }
    ForeignText.Translated made = foreign.translation();
    if (made != null) {
      html.element("h5", words.say("translation", made.by()));
      if (made.text().isEmpty()) {
        html.element("p", words.say("translation-none"));
        return;
      }
      html.element("p", words.say("translation-note"));
      html.markup("<pre>").text(made.text()).markup("</pre>\n");
      if (!made.whole()) {
        html.element("p", words.say("translation-cut"));
      }
    }
  }

  private static String line(ForeignText.Word word) {
    String romanised = word.romanised().isEmpty() ? "" : " [" + word.romanised() + "]";
    return word.written() + romanised + ": " + String.join("; ", word.meanings());
  }
}
