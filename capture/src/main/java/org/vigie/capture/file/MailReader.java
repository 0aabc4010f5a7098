package org.vigie.capture.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail: subject and text are one advert, mails and files within are read as such. */
final class MailReader implements FileReader {
  private static final int MAX_DEPTH = 8;
  private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]{1,64}@[\\w.-]{3,100}");

  @Override
  public void read(FileSource file, FileSink sink) throws IOException {
    String raw = new String(file.bytes(), StandardCharsets.ISO_8859_1);
    MimePart mail = MimePart.parse(raw);
    String saved = mail.headers().raw("snapshot-content-location");
    boolean page = mail.isMultipart() && mail.headers().type().equals("multipart/related");
    if (page && (!saved.isEmpty() || hasLocations(mail))) {
      page(mail, sink);
    } else {
      read(mail, file, sink, 0);
    }
  }

  private static boolean hasLocations(MimePart mail) {
    return mail.parts().stream()
        .anyMatch(part ->
            part.headers().type().equals("text/html")
                && part.headers().raw("content-location").startsWith("http"));
  }

  /** The first part is the page; those of frames come after it. */
  private static void page(MimePart mail, FileSink sink) throws IOException {
    List<MimePart> parts = mail.parts();
    for (MimePart part : parts) {
      if (part.headers().type().startsWith("image/") && sink.readsPictures()) {
        sink.picture(part.headers().raw("content-location"), part.bytes());
      }
    }
    for (MimePart part : parts) {
      if (part.headers().type().equals("text/html")) {
        String own = part.headers().raw("content-location");
        String url = own.startsWith("http") ? own : mail.headers().raw("snapshot-content-location");
        sink.page(url, part.headers().raw("content-type"), part.bytes(), mail.headers().date());
        return;
      }
    }
    sink.unread("", "no-page", "a saved page must hold a part of HTML, but holds none");
  }

  static void read(MimePart mail, FileSource file, FileSink sink, int depth) throws IOException {
    Texts texts = new Texts();
    collect(mail, texts, file, sink, depth);
    String from = mail.headers().text("from");
    Matcher address = ADDRESS.matcher(from);
    RowBuilder row = new RowBuilder();
    texts.pictures.forEach(row::picture);
    boolean told =
        row.part("title", mail.headers().text("subject"))
            .part("text", texts.text())
            .part("id", mail.headers().raw("message-id"))
            .part("channel", "messaging")
            .posted(mail.headers().date())
            .field("author", MimeHeaders.withoutAddress(from))
            .field("email", address.find() ? address.group() : "")
            .to(sink);
    if (!told) {
      sink.unread("mail", "no-text", "a mail must have a subject or a text");
    }
  }

  /** What a mail says, in the better of the forms that it says it in. */
  private static final class Texts {
    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final List<String> pictures = new ArrayList<>();

    String text() {
      String said = plain.toString().strip();
      return said.isEmpty() ? html.toString().strip() : said;
    }
  }

  private static void collect(MimePart part, Texts texts, FileSource file, FileSink sink, int depth)
      throws IOException {
    if (depth > MAX_DEPTH) {
      sink.unread("mail", "too-deep", "a part must lie in at most %d others".formatted(MAX_DEPTH));
      return;
    }
    String type = part.headers().type();
    if (part.isMultipart()) {
      List<MimePart> parts = part.parts();
      for (MimePart inner : parts.subList(0, Math.min(parts.size(), MimePart.MAX_PARTS))) {
        collect(inner, texts, file, sink, depth + 1);
      }
      if (parts.size() > MimePart.MAX_PARTS) {
        sink.unread(
            "mail",
            "too-many-parts",
            "a mail must have at most %d parts".formatted(MimePart.MAX_PARTS));
      }
    } else if (type.equals("message/rfc822")) {
      String mail = new String(part.bytes(), StandardCharsets.ISO_8859_1);
      read(MimePart.parse(mail.stripLeading()), file, sink, depth + 1);
    } else if (type.startsWith("image/") && sink.readsPictures()) {
      String name = file.nextPicture();
      texts.pictures.add(name);
      sink.picture(name, part.bytes());
    } else if (isFile(part, type)) {
      ArchiveReader.inner(
          file.inner(part.headers().type() + " " + ending(part.name()), part.content()), sink);
    } else if (type.equals("text/html")) {
      texts.html.append(MarkupText.text(part.text())).append('\n');
    } else if (type.startsWith("text/")) {
      texts.plain.append(part.text().strip()).append('\n');
    }
  }

  /** A file is an advert, or several, of its own; pictures in a text and signatures are none. */
  private static boolean isFile(MimePart part, String type) {
    if (part.isAttached() && !part.name().isEmpty()) {
      return true;
    }
    return type.startsWith("application/") && !type.contains("signature");
  }

  private static String ending(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot);
  }
}
