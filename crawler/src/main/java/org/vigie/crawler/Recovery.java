package org.vigie.crawler;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.crawler.frontier.ArchivePosition;
import org.vigie.crawler.frontier.CrawlFrontier;

/**
 * Brings archive and frontier into agreement after a crawl that was killed.
 *
 * <p>A page is archived first and committed second, so the archive may end in pages, or half of
 * one, that the frontier doesn't know: they are cut off, and fetched again. Files that the frontier
 * never heard of are not touched.
 */
final class Recovery {
  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

  private Recovery() {}

  static void run(Path captures, CrawlFrontier frontier) throws IOException {
    for (Map.Entry<String, Long> archive : frontier.archives().entrySet()) {
      Path file = captures.resolve(archive.getKey());
      if (Files.exists(file)) {
        cut(file, archive.getValue());
      }
      frontier.archive(new ArchivePosition(archive.getKey(), archive.getValue()), true);
    }
  }

  private static void cut(Path file, long committed) throws IOException {
    long length = Files.size(file);
    if (length < committed) {
      throw new IOException(
          "%s must have the %d bytes that were committed, but has %d; restore it, or move it away"
              .formatted(file, committed, length));
    }
    if (committed == 0) {
      Files.delete(file);
    } else if (length > committed) {
      LOG.info("{} ends in {} bytes that were not committed", file, length - committed);
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(committed);
        channel.force(true);
      }
    }
  }
}
