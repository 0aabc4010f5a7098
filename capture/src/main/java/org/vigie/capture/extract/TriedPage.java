package org.vigie.capture.extract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Capture;
import org.vigie.capture.extract.markup.CharsetSniffer;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.capture.extract.page.Page;
import org.vigie.capture.extract.page.Payload;
import org.vigie.capture.extract.site.SiteTemplate;
import org.vigie.capture.extract.site.SiteTemplates;

/**
 * What one capture yields, with how it was read: for a person who checks a site or its template.
 *
 * @param extraction what the crawl and the stream would get
 * @param reader what read the page, such as {@code site template example-board, detail page}
 * @param charset name of the charset that its bytes were taken for
 * @param selectors part → number of values that the site's template finds; empty without one
 * @param paging addresses of the next and previous pages of a list
 */
public record TriedPage(
    Extraction extraction,
    String reader,
    String charset,
    Map<String, Integer> selectors,
    List<String> paging) {
  private static final Evaluator PAGING =
      Selector.evaluatorOf("link[rel~=(?i)^(next|prev)$][href], a[rel~=(?i)^(next|prev)$][href]");

  public TriedPage {
    selectors = Collections.unmodifiableMap(new LinkedHashMap<>(selectors));
    paging = List.copyOf(paging);
  }

  /** Reads a capture as the crawl and the stream do. */
  public static TriedPage of(Capture capture, byte[] payload, SiteTemplates templates) {
    AdvertExtractor extractor = new AdvertExtractor(templates);
    Extraction extraction = extractor.extract(capture, payload);
    String type = capture.headers().getOrDefault("content-type", "");
    String charset = CharsetSniffer.charset(payload, type).name();
    if (!extraction.failure().isEmpty() || payload.length == 0) {
      return new TriedPage(extraction, "none", charset, Map.of(), List.of());
    }
    Payload readable = Payload.of(capture, payload);
    Page page = readable.page();
    SiteTemplate template = templates.of(capture.url());
    SiteTemplate.Kind kind = template == null ? null : template.kind(capture.url());
    Map<String, Integer> selectors = new LinkedHashMap<>();
    if (template != null && kind != null) {
      template
          .matches(readable)
          .forEach((part, values) -> {
            boolean asked = (part == SiteTemplate.Part.NEXT) == (kind == SiteTemplate.Kind.LISTING);
            if (asked) {
              selectors.put(part.key(), values);
            }
          });
    }
    String reader =
        template != null && kind != null && template.read(readable) != null
            ? "site template %s, %s page"
                .formatted(template.name(), kind.name().toLowerCase(Locale.ROOT))
            : "detected: " + extractor.reader(readable);
    return new TriedPage(
        extraction, reader, charset, selectors, paging(extraction, page, template));
  }

  private static List<String> paging(
      Extraction extraction, Page page, @Nullable SiteTemplate template) {
    Set<String> paging = new LinkedHashSet<>();
    if (!extraction.next().isEmpty()) {
      paging.add(extraction.next());
    }
    String next = template == null ? null : template.next(page);
    if (next != null) {
      paging.add(next);
    }
    for (Element element : page.document().select(PAGING)) {
      String url = page.links().resolve(element.attr("href"));
      if (!url.isEmpty()) {
        paging.add(url);
      }
    }
    return new ArrayList<>(paging);
  }
}
