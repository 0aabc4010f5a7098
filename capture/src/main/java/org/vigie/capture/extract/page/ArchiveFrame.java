package org.vigie.capture.extract.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** What archives of the web put around a page of others: their bars, notes and buttons. */
final class ArchiveFrame {
  private static final Pattern ARCHIVES =
      Pattern.compile(
          "(?:.*\\.)?(?:archive\\.(?:org|ph|is|today|li|vn|fo|md)|arquivo\\.pt|webcache\\.googleusercontent\\.com"
              + "|webarchive\\.[a-z.]+|archive-it\\.org)");

  private static final Set<String> IDS =
      Set.of(
          "wm-ipp-base",
          "wm-ipp",
          "wm-ipp-print",
          "donato",
          "playback",
          "HEADER",
          "SHARE_BUTTONS",
          "google-cache-hdr",
          "bN015htcoyT__google-cache-hdr");

  private static final int MAX_SEEN = 100_000;

  private ArchiveFrame() {}

  /** Takes the frame out of a document that an archive's host answered with. */
  static void strip(Document document, String host) {
    if (!ARCHIVES.matcher(host).matches()) {
      return;
    }
    List<Element> frames = new ArrayList<>();
    int[] seen = {0};
    NodeTraversor.filter((node, depth) -> visit(node, frames, ++seen[0]), document);
    frames.forEach(Element::remove);
  }

  private static NodeFilter.FilterResult visit(Node node, List<Element> frames, int seen) {
    if (seen > MAX_SEEN) {
      return NodeFilter.FilterResult.STOP;
    }
    if (node instanceof Element element && IDS.contains(element.id())) {
      frames.add(element);
      return NodeFilter.FilterResult.SKIP_CHILDREN;
    }
    return NodeFilter.FilterResult.CONTINUE;
  }
}
