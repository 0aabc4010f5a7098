package org.vigie.web.pages;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.vigie.casework.Chromium;

/**
 * The accessibility checker axe-core, run in a page without being served.
 *
 * @see <a href="https://www.w3.org/TR/WCAG22/">WCAG 2.2</a>
 */
final class Axe {
  private static final String RUN =
      "const done = arguments[arguments.length - 1];"
          // Success criterion 2.5.8 of WCAG 2.2, which axe-core leaves out unless asked for.
          + " axe.run(document, {resultTypes: ['violations'],"
          + " rules: {'target-size': {enabled: true}}}).then("
          + "r => done(r.violations.filter(v => ['serious', 'critical'].includes(v.impact))"
          + ".flatMap(v => v.nodes.map(n => v.id + ' ' + n.target))),"
          + " e => done(['failed: ' + e]));";

  private final String script;

  Axe() throws IOException {
    try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
      if (in == null) {
        throw new IOException("axe.min.js must be on the class path, but isn't");
      }
      script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Returns every serious or critical finding on the page, by its rule and element. */
  List<?> findings(Chromium browser) {
    if (!Boolean.TRUE.equals(browser.run("return !!window.axe"))) {
      browser.run(script);
    }
    return (List<?>) browser.runAndWait(RUN);
  }
}
