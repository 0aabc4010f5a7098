package org.vigie.cli.evaluation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.vigie.files.digest.Sha256;

/**
 * An evaluation as one HTML page beside its drawings.
 *
 * <p>The page holds all it shows: it names no host, has no script, and its policy forbids both.
 */
public final class EvaluationPage {
  private static final String STYLE =
      ":root{color-scheme:light dark}"
          + "body{font:15px sans-serif;max-width:64em;margin:2em auto;padding:0 1em;"
          + "color:#222;background:#fff}"
          + "table{border-collapse:collapse;margin:0 0 2em}"
          + "th,td{text-align:left;padding:.2em .8em;border-bottom:1px solid #ddd}"
          + "img{max-width:100%}"
          + "@media (prefers-color-scheme:dark){body{color:#e6e6e6;background:#1b1b1b}"
          + "th,td{border-color:#444}}";

  private EvaluationPage() {}

  /** Writes {@code index.html} and a drawing for each curve; returns the files. */
  public static List<Path> write(EvaluationView view, Path folder) throws IOException {
    Files.createDirectories(folder);
    List<Path> written = new ArrayList<>();
    Map<String, String> drawings = Drawings.of(view.all(), view.day());
    for (var drawing : drawings.entrySet()) {
      written.add(Files.writeString(folder.resolve(drawing.getKey() + ".svg"), drawing.getValue()));
    }
    written.addFirst(Files.writeString(folder.resolve("index.html"), html(view, drawings)));
    return written;
  }

  private static String html(EvaluationView view, Map<String, String> drawings) {
    StringBuilder html = new StringBuilder();
    html.append(
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'sha256-%s'">
        <title>Evaluation</title>
        <style>%s</style>
        </head>
        <body>
        <h1>Evaluation</h1>
        <p>%s</p>
        <p>No figure here is the accuracy of finding trafficking: adverts labelled for it are not public.</p>
        """
            .formatted(
                Base64.getEncoder().encodeToString(Sha256.digest(STYLE)),
                STYLE,
                SafeMarkup.text(view.heading())));
    drawings.forEach((name, svg) ->
        html.append("<img alt=\"")
            .append(SafeMarkup.text(name))
            .append("\" src=\"data:image/svg+xml;base64,")
            .append(Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8)))
            .append("\">\n"));
    view.sections().forEach(section -> appendTable(section, html));
    return html.append("</body>\n</html>\n").toString();
  }

  private static void appendTable(EvaluationView.Section section, StringBuilder html) {
    html.append("<h2>").append(SafeMarkup.text(section.title())).append("</h2>\n<table>\n");
    String cell = "th";
    for (List<String> row : section.rows()) {
      html.append("<tr>");
      for (String text : row) {
        html.append('<').append(cell).append('>').append(SafeMarkup.text(text));
        html.append("</").append(cell).append('>');
      }
      html.append("</tr>\n");
      cell = "td";
    }
    html.append("</table>\n");
  }
}
