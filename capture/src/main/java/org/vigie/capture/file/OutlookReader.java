package org.vigie.capture.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Messages that Outlook saved ({@code .msg}; MS-OXMSG, sections 2.1 and 2.4). */
final class OutlookReader implements FileReader {
  private static final String SUBJECT = "0037";
  private static final String BODY = "1000";
  private static final String HTML = "1013";
  private static final String RTF = "1009";
  private static final String ATTACHED = "__attach_version1.0";
  private static final String SENDER = "0C1A";
  private static final String ADDRESS = "0C1F";
  private static final String HEADERS = "007D";

  @Override
  public void read(FileSource file, FileSink sink) throws IOException {
    try (POIFSFileSystem store = new POIFSFileSystem(new ByteArrayInputStream(file.bytes()))) {
      DirectoryNode root = store.getRoot();
      String plain = text(root, BODY);
      String body = plain.isBlank() ? MarkupText.text(text(root, HTML)) : plain;
      if (body.isBlank() && root.hasEntryCaseInsensitive("__substg1.0_" + RTF + "0102")) {
        sink.unread(
            "",
            "rtf-body",
            "a message must have its text plain or as HTML, but has it as RTF alone");
      }
      for (String name : root.getEntryNames()) {
        if (name.startsWith(ATTACHED)) {
          sink.unread(
              "attachment", "not-read", "what is attached to a message isn't read; save it");
        }
      }
      MimeHeaders headers = MimeHeaders.parse(text(root, HEADERS));
      boolean told =
          new RowBuilder()
              .part("title", text(root, SUBJECT))
              .part("text", body)
              .part("channel", "messaging")
              .posted(headers.date())
              .field("author", text(root, SENDER))
              .field("email", text(root, ADDRESS).contains("@") ? text(root, ADDRESS) : "")
              .to(sink);
      if (!told) {
        sink.unread("", "no-text", "a message must have a subject or a text");
      }
    } catch (UncheckedIOException e) { // it is the sink that can't go on
      throw e;
    } catch (RuntimeException e) { // POI says so of files that are damaged
      throw new IOException("an Outlook message must be whole, but isn't", e);
    }
  }

  /** A property is kept as UTF-16 (type 001F), in a code page (001E) or as bytes (0102). */
  private static String text(DirectoryNode root, String property) throws IOException {
    String name = "__substg1.0_" + property;
    byte[] wide = bytes(root, name + "001F");
    if (wide.length > 0) {
      return new String(wide, StandardCharsets.UTF_16LE);
    }
    byte[] narrow = bytes(root, name + "001E");
    byte[] raw = narrow.length > 0 ? narrow : bytes(root, name + "0102");
    return raw.length == 0 ? "" : new String(raw, charset(raw));
  }

  private static Charset charset(byte[] bytes) {
    return Charsets.of(bytes);
  }

  private static byte[] bytes(DirectoryNode root, String name) throws IOException {
    if (!root.hasEntryCaseInsensitive(name)
        || !(root.getEntryCaseInsensitive(name) instanceof DocumentEntry entry)) {
      return new byte[0];
    }
    try (DocumentInputStream in = new DocumentInputStream(entry)) {
      return in.readAllBytes();
    }
  }
}
