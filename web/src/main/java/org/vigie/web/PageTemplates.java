package org.vigie.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The templates of pages, compiled into this program; what they print is escaped by its place. */
final class PageTemplates {
  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

  /**
   * Returns a page.
   *
   * @param seal makes of the address of a link what stands in the page
   */
  String render(String template, Map<String, Object> values, UnaryOperator<String> seal) {
    StringOutput output = new StringOutput();
    engine.render(template + ".jte", values, new SealedLinks(output, seal));
    return output.toString();
  }
}
