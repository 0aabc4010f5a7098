package org.vigie.capture.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.vigie.capture.picture.PictureKind;
import org.vigie.capture.warc.WarcEntry;
import org.vigie.capture.warc.WarcReader;

/** A zip of files, or of web archives (WACZ): each is read as what it is. */
final class ArchiveReader implements FileReader {
  /** An archive in an archive in an archive is meant to harm. */
  private static final int MAX_DEPTH = 3;

  @Override
  public void read(FileSource file, FileSink sink) throws IOException {
    Map<String, byte[]> parts = ZipParts.of(file, ArchiveReader::isRead);
    DiscordPackage discord = DiscordPackage.of(parts);
    int read = discord == null ? 0 : discord.read(file, sink);
    if (discord != null) {
      parts.keySet().removeIf(discord::holds);
    }
    if (parts.containsKey("users.json") && parts.containsKey("channels.json")) {
      parts.keySet().removeIf(name -> name.indexOf('/') < 0); // who and where, of Slack's messages
    }
    boolean collection = parts.containsKey("datapackage.json");
    ZippedPictures pictures = new ZippedPictures(parts);
    for (Map.Entry<String, byte[]> part : parts.entrySet()) {
      String name = part.getKey();
      boolean warc = name.endsWith(".warc") || name.endsWith(".warc.gz");
      if (warc) {
        warc(part.getValue(), name, sink);
        read++;
      } else if (!collection) {
        if (!sink.readsPictures() || !PictureKind.isPicture(part.getValue())) {
          inner(file.inner(name, part.getValue()), pictures.beside(name, sink));
        }
        read++;
      }
    }
    if (sink.readsPictures() && !collection) {
      pictures.handOnOthers(sink);
    }
    if (read == 0) {
      throw new IOException(
          collection
              ? "a web archive collection must hold archive/*.warc.gz, but holds none"
              : "an archive must hold files, but holds none");
    }
  }

  private static boolean isRead(String name) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    return !last.startsWith(".") && !name.startsWith("__MACOSX/");
  }

  /** Hands on what a file within another holds; a broken one doesn't stop the others. */
  static void inner(FileSource file, FileSink sink) throws IOException {
    if (file.depth() > MAX_DEPTH) {
      sink.unread(
          file.name(), "too-deep", "a file must lie in at most %d archives".formatted(MAX_DEPTH));
      return;
    }
    Optional<FileKind> kind = FileKind.recognise(file.name(), file.bytes());
    if (kind.isEmpty()) {
      sink.unread(file.name(), "unknown-kind", "a file must be of a kind that is read");
      return;
    }
    try {
      kind.get().read(file, sink);
    } catch (IOException e) {
      sink.unread(file.name(), "broken", String.valueOf(e.getMessage()));
    }
  }

  /** Pages name their pictures by address, so those come first. */
  private static void pictures(Path warc, FileSink sink) throws IOException {
    try (WarcReader reader = WarcReader.open(warc)) {
      for (WarcEntry entry = reader.next(); entry != null; entry = reader.next()) {
        if (entry instanceof WarcEntry.Captured captured
            && captured.capture().status() / 100 == 2
            && PictureKind.isPicture(captured.payload())) {
          sink.picture(captured.capture().url(), captured.payload());
        }
      }
    }
  }

  private static void warc(byte[] bytes, String name, FileSink sink) throws IOException {
    Path file = Files.createTempFile("vigie-", name.endsWith(".gz") ? ".warc.gz" : ".warc");
    try {
      Files.write(file, bytes);
      if (sink.readsPictures()) {
        pictures(file, sink);
      }
      try (WarcReader reader = WarcReader.open(file)) {
        for (WarcEntry entry = reader.next(); entry != null; entry = reader.next()) {
          switch (entry) {
            case WarcEntry.Captured captured ->
                sink.page(
                    captured.capture().url(),
                    captured.capture().headers().getOrDefault("content-type", ""),
                    captured.capture().status() / 100 == 2 ? captured.payload() : new byte[0],
                    captured.capture().fetchedAt());
            case WarcEntry.Unreadable bad -> sink.unread(name, bad.kind(), bad.reason());
            default -> {}
          }
        }
      }
    } finally {
      Files.delete(file);
    }
  }
}
