package org.vigie.crawler;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.advert.Capture;
import org.vigie.crawler.frontier.CrawlFrontier;
import org.vigie.crawler.frontier.Scope;
import org.vigie.crawler.loop.CrawlLoop;
import org.vigie.crawler.warc.WarcEntry;
import org.vigie.crawler.warc.WarcReader;

/**
 * Brings archive and journal into agreement after a crawl that was killed.
 *
 * <p>A page is archived first and journaled second, so the archive may know pages that the journal
 * doesn't: those are taken over with their links. A record that the kill cut is cut off the file.
 */
final class Recovery {
  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

  private Recovery() {}

  static void run(Path captures, CrawlFrontier frontier, CrawlLoop loop) throws IOException {
    if (!Files.isDirectory(captures)) {
      return;
    }
    List<Path> warcs;
    try (Stream<Path> files = Files.list(captures)) {
      warcs = files.filter(Recovery::isOurs).sorted().toList();
    }
    for (Path warc : warcs) {
      String name = warc.getFileName().toString();
      if (!frontier.isSealed(name)) {
        recover(warc, frontier, loop);
        frontier.seal(name);
      }
    }
  }

  private static boolean isOurs(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith("vigie-") && name.endsWith(".warc.gz");
  }

  private static void recover(Path warc, CrawlFrontier frontier, CrawlLoop loop)
      throws IOException {
    WarcEntry.Unreadable last = null;
    try (WarcReader reader = WarcReader.open(warc)) {
      WarcEntry entry;
      while ((entry = reader.next()) != null) {
        last = entry instanceof WarcEntry.Unreadable unreadable ? unreadable : null;
        if (entry instanceof WarcEntry.Captured captured) {
          Capture capture = captured.capture();
          String url = Scope.normalize(capture.url());
          if (url != null) {
            frontier.adopt(url, source -> loop.links(capture, captured.payload(), source));
          }
        }
      }
    }
    cut(warc, last);
  }

  private static void cut(Path warc, WarcEntry.@Nullable Unreadable last) throws IOException {
    if (last != null && last.kind().equals("warc-truncated")) {
      LOG.info("{} was cut by a kill; its last whole record ends at {}", warc, last.position());
      try (FileChannel channel = FileChannel.open(warc, StandardOpenOption.WRITE)) {
        channel.truncate(last.position());
        channel.force(true);
      }
    }
  }
}
