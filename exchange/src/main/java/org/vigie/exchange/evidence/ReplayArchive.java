package org.vigie.exchange.evidence;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.vigie.capture.warc.CaptureIndex;
import org.vigie.files.digest.Sha256;

/**
 * A web archive collection that a browser's replay opens: WACZ 1.1.1.
 *
 * @see <a href="https://specs.webrecorder.net/wacz/1.1.1/">WACZ</a>
 */
final class ReplayArchive {
  static final String VERSION = "1.1.1";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String title;
  private final String software;
  private final Instant madeAt;
  private final ArrayNode resources = JSON.createArrayNode();

  /**
   * Begins a collection.
   *
   * @param title its name, in one line
   * @param software what makes it
   * @param madeAt when
   */
  ReplayArchive(String title, String software, Instant madeAt) {
    this.title = title;
    this.software = software;
    this.madeAt = madeAt;
  }

  /**
   * Writes a file.
   *
   * @param warcs the captures: plain, or compressed record by record
   * @param out a file that doesn't exist yet
   */
  void write(List<Path> warcs, Path out) throws IOException {
    List<CaptureIndex.Line> captures = new ArrayList<>();
    try (OutputStream file = Files.newOutputStream(out, StandardOpenOption.CREATE_NEW);
        ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(file))) {
      for (Path warc : warcs) {
        String name = warc.getFileName().toString();
        captures.addAll(CaptureIndex.of(warc, name));
        addFile(zip, "archive/" + name, warc);
      }
      add(zip, "indexes/index.cdx", index(captures), true);
      add(zip, "pages/pages.jsonl", pages(captures), true);
      byte[] description = description();
      add(zip, "datapackage.json", description, false);
      ObjectNode digest = JSON.createObjectNode().put("path", "datapackage.json");
      digest.put("hash", Sha256.of(description));
      add(zip, "datapackage-digest.json", bytes(digest.toString()), false);
    }
  }

  /** Replay searches the lines by halving, so they stand in the order of their bytes. */
  private static byte[] index(List<CaptureIndex.Line> captures) {
    StringBuilder index = new StringBuilder();
    captures.stream()
        .map(CaptureIndex.Line::line)
        .sorted()
        .forEach(line -> index.append(line).append('\n'));
    return bytes(index.toString());
  }

  private byte[] pages(List<CaptureIndex.Line> captures) {
    StringBuilder pages = new StringBuilder();
    ObjectNode head = JSON.createObjectNode().put("format", "json-pages-1.0").put("id", "pages");
    pages.append(head.put("title", title)).append('\n');
    for (CaptureIndex.Line capture : captures) {
      if (capture.isWhole()) {
        ObjectNode page = JSON.createObjectNode().put("url", capture.url());
        page.put("ts", capture.at().toString()).put("title", capture.url());
        pages.append(page).append('\n');
      }
    }
    return bytes(pages.toString());
  }

  private byte[] description() {
    ObjectNode description = JSON.createObjectNode().put("profile", "data-package");
    description.put("wacz_version", VERSION).put("title", title).put("software", software);
    description.put("created", madeAt.toString());
    description.set("resources", resources);
    return bytes(description.toPrettyString() + "\n");
  }

  /** The captures aren't compressed again, so that replay finds each record at its place. */
  private void addFile(ZipOutputStream zip, String path, Path file) throws IOException {
    CRC32 checksum = new CRC32();
    try (var in = new CheckedInputStream(Files.newInputStream(file), checksum)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    begin(zip, path, Files.size(file), checksum.getValue());
    Files.copy(file, zip);
    zip.closeEntry();
    list(path, Files.size(file), Sha256.of(file));
  }

  private void add(ZipOutputStream zip, String path, byte[] bytes, boolean listed)
      throws IOException {
    CRC32 checksum = new CRC32();
    checksum.update(bytes);
    begin(zip, path, bytes.length, checksum.getValue());
    zip.write(bytes);
    zip.closeEntry();
    if (listed) {
      list(path, bytes.length, Sha256.of(bytes));
    }
  }

  private void begin(ZipOutputStream zip, String path, long size, long checksum)
      throws IOException {
    ZipEntry entry = new ZipEntry(path);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(size);
    entry.setCompressedSize(size);
    entry.setCrc(checksum);
    entry.setTimeLocal(LocalDateTime.ofInstant(madeAt, ZoneOffset.UTC));
    zip.putNextEntry(entry);
  }

  private void list(String path, long bytes, String hash) {
    ObjectNode resource = resources.addObject();
    resource.put("name", path.substring(path.lastIndexOf('/') + 1)).put("path", path);
    resource.put("hash", hash).put("bytes", bytes);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
