package org.vigie.exchange.evidence;

import java.util.List;
import org.vigie.text.safe.Defanged;
import org.vigie.text.safe.SafeText;

/** A page of HTML in the making: whatever is added is text, never markup. */
final class ReportHtml {
  private final StringBuilder page = new StringBuilder();

  /** Adds markup of ours. */
  ReportHtml markup(String markup) {
    page.append(markup);
    return this;
  }

  ReportHtml element(String name, String text) {
    return markup("<" + name + ">").text(text).markup("</" + name + ">\n");
  }

  /** Adds text, its addresses defanged and what doesn't show itself written out. */
  ReportHtml text(String text) {
    page.append(escaped(SafeText.block(Defanged.text(text))));
    return this;
  }

  /** Adds text of others, which may run the other way than ours. */
  ReportHtml foreign(String text) {
    return markup("<bdi>").text(text).markup("</bdi>");
  }

  /** Adds a row of a table whose right side others wrote. */
  ReportHtml row(String name, String value) {
    return markup("<tr><th scope=\"row\">")
        .text(name)
        .markup("</th><td>")
        .foreign(value)
        .markup("</td></tr>\n");
  }

  ReportHtml list(List<String> lines) {
    markup("<ul>\n");
    lines.forEach(line -> markup("<li>").foreign(line).markup("</li>\n"));
    return markup("</ul>\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  @Override
  public String toString() {
    return page.toString();
  }
}
