package org.vigie.world.hostile;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static org.vigie.world.hostile.HostileBehaviour.of;

import java.util.List;
import java.util.Random;

/** Pages that are hard on whoever parses them. */
final class MarkupFaults {
  private MarkupFaults() {}

  static List<HostileBehaviour> all() {
    return List.of(
        of("million-links", "has a million links to 100 pages", "fetched", MarkupFaults::links)
            .ending("fetched", "http-410")
            .within(PARSING_SECONDS),
        repeating("million-tags", "nests a million tags", "<b>"),
        repeating("million-tables", "nests tables, which parsers foster", "<table><td>"),
        repeating("million-forms", "nests formatting and blocks", "<a><b><i><div>"),
        repeating("million-attributes", "has a tag of a million attributes", "<p", " a='1'"),
        repeating("endless-comment", "begins a comment that never ends", "<!--", "x"),
        repeating("endless-attribute", "begins an attribute that never ends", "<p a='", "<p>"),
        repeating("endless-script", "begins a script that never ends", "<script>", "if(a<b)"),
        repeating("entities", "has nothing but entities", "&amp;&#x1f600;&bogus;"),
        repeating(
            "deep-json",
            "nests a million lists in its JSON-LD",
            "<script type=application/ld+json>",
            "["),
        repeating("bidi", "has nothing but null bytes", "\0"),
        typed(
            "entity-bomb",
            "has an XML document that unfolds by its entities",
            "application/xml",
            entityBomb()),
        typed(
            "external-entity",
            "has an XML document that names a file",
            "application/rss+xml",
            "<?xml version='1.0'?><!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
                + "<rss><channel><title>&x;</title></channel></rss>"),
        typed(
            "feed-of-a-million",
            "has a feed of more items than are read",
            "application/rss+xml",
            "<rss><channel>" + "<item><title>x</title></item>".repeat(30_000)),
        typed("charset-unknown", "names a charset that nobody knows", "text/html; charset=x-y", P),
        typed("charset-utf-7", "names UTF-7", "text/html; charset=utf-7", "+ADw-p+AD4-x"),
        typed("charset-lie", "calls ASCII UTF-16", "text/html; charset=utf-16", P.repeat(999)),
        typed("charset-quoted", "has a charset that never ends", "text/html; charset=\"", P),
        of(
            "charset-mark",
            "says UTF-8, has the mark of UTF-16 and a meta of its own",
            "fetched",
            (target, wire) ->
                wire.body(
                    "Content-Type: text/html; charset=utf-8\r\n",
                    ("\ufeff<meta charset=koi8-r>" + P).getBytes(UTF_16BE))),
        of(
            "noise",
            "sends a megabyte of noise as a page",
            "fetched",
            (target, wire) -> {
              byte[] noise = new byte[1_000_000];
              new Random(7).nextBytes(noise);
              wire.body("Content-Type: text/html\r\n", noise);
            }));
  }

  private static final String P = "<p>x</p>";

  /** A megabyte of tags takes 0.2 s of CPU and some 50 MB: in a small heap, as long as others. */
  private static final int PARSING_SECONDS = 60;

  private static void links(String target, Wire wire) throws Exception {
    if (!target.equals("/")) {
      wire.status(410, "");
      return;
    }
    wire.open();
    for (int i = 0; i < 1_000_000; i++) {
      wire.send("<a href=/n" + i % 100 + ">x</a>");
    }
  }

  private static HostileBehaviour repeating(String name, String does, String again) {
    return repeating(name, does, "", again);
  }

  private static HostileBehaviour repeating(String name, String does, String first, String again) {
    return of(
            name,
            does,
            "fetched",
            (target, wire) -> {
              wire.open().send(first);
              String block = again.repeat(1_000);
              for (int i = 0; i < 1_000; i++) {
                wire.send(block);
              }
            })
        .within(PARSING_SECONDS);
  }

  private static HostileBehaviour typed(String name, String does, String type, String body) {
    return of(
        name,
        does,
        "fetched",
        (target, wire) -> wire.body("Content-Type: " + type + "\r\n", body.getBytes(US_ASCII)));
  }

  private static String entityBomb() {
    StringBuilder xml = new StringBuilder("<?xml version='1.0'?><!DOCTYPE r [<!ENTITY a0 'x'>");
    for (int i = 1; i < 10; i++) {
      String ten = ("&a" + (i - 1) + ";").repeat(10);
      xml.append("<!ENTITY a").append(i).append(" '").append(ten).append("'>");
    }
    return xml.append("]><r>&a9;</r>").toString();
  }
}
