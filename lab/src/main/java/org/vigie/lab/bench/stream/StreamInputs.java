package org.vigie.lab.bench.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.Optional;
import org.vigie.advert.Advert;
import org.vigie.advert.Mandate;
import org.vigie.capture.warc.HtmlImport;
import org.vigie.world.ServedPage;
import org.vigie.world.World;
import org.vigie.world.WorldSpec;

/** Invented adverts as a person or a crawl would bring them: JSON Lines, or captured pages. */
final class StreamInputs {
  static final Mandate MANDATE =
      new Mandate(
          "none: invented adverts alone",
          "none",
          "measurement",
          "invented",
          "none",
          Instant.parse("2100-01-01T00:00:00Z"));

  static final Clock CLOCK = Clock.fixed(WorldSpec.COMPLETE, ZoneOffset.UTC);

  private static final ObjectMapper JSON = new ObjectMapper();

  private StreamInputs() {}

  /** Writes adverts, a line each, and each again as often as is asked for, at other addresses. */
  static Path text(Path file, long seed, int adverts, int reposts) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int round = 0; round <= reposts; round++) {
        Iterator<Advert> all = World.generate(new WorldSpec(seed, adverts)).adverts().iterator();
        while (all.hasNext()) {
          out.write(line(all.next(), round));
          out.newLine();
        }
      }
    }
    return file;
  }

  /** Wraps the pages of adverts into a WARC, one advert a page. */
  static Path html(Path folder, long seed, int adverts) throws IOException {
    World world = World.generate(new WorldSpec(seed, adverts));
    Path pages = Files.createDirectories(folder.resolve("pages"));
    int number = 0;
    for (Advert advert : (Iterable<Advert>) world.adverts()::iterator) {
      URI url = URI.create(advert.url());
      Optional<ServedPage> page =
          world.findPage(url.getHost(), url.getPath(), "http://" + url.getHost());
      if (page.isPresent()) {
        Files.writeString(pages.resolve(number++ + ".html"), page.get().body());
      }
    }
    Path warc = folder.resolve("pages-" + adverts + ".warc");
    HtmlImport.wrap(pages, warc, MANDATE, CLOCK);
    return warc;
  }

  /** Returns an advert as a line of JSON. */
  static String line(Advert advert) {
    return line(advert, 0);
  }

  private static String line(Advert advert, int round) {
    ObjectNode json =
        JSON.createObjectNode()
            .put("id", advert.sourceId())
            .put("url", advert.url() + (round == 0 ? "" : "?again=" + round))
            .put("site", advert.site())
            .put("channel", advert.channel().label())
            .put("title", advert.title())
            .put("text", advert.body())
            .put("lang", advert.language())
            .put("country", advert.country())
            .put("place", advert.place())
            .put("posted", advert.time().plusSeconds(round).toString());
    return json.toString();
  }
}
