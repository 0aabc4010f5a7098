package org.vigie.capture.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The kinds of files that people have, each with the size up to which it is read. */
public enum FileKind {
  WORKBOOK("Excel workbook", 64, new WorkbookReader()),
  OPEN_DOCUMENT("OpenDocument spreadsheet", 64, new OpenDocumentReader()),
  OLD_WORKBOOK("old Excel workbook", 32, new OldWorkbookReader()),
  OUTLOOK("Outlook message", 32, new OutlookReader()),
  WORKBOOK_XML("Excel 2003 XML", 64, new WorkbookXmlReader()),
  WACZ("web archive collection (WACZ)", 512, new ArchiveReader()),
  DOCUMENT("text document (Word, OpenDocument)", 64, new DocumentReader()),
  RICH_TEXT("text document (RTF)", 64, new RtfReader()),
  ZIP("zip archive", 512, new ArchiveReader()),
  PDF("PDF", 64, new PdfReader()),
  HAR("HTTP archive (HAR)", 96, new HarReader()),
  CHAT_JSON("chat export (JSON)", 96, new ChatJsonReader()),
  JSON("JSON", 96, new JsonReader()),
  MAILBOX("mailbox (mbox)", 256, new MailboxReader()),
  MHTML("saved page (MHTML)", 64, new MailReader()),
  MAIL("mail", 64, new MailReader()),
  CHAT_HTML("chat export (HTML)", 64, new ChatHtmlReader()),
  BOOKMARKS("browser's bookmarks", 16, new BookmarkReader()),
  SMS("backup of messages (SMS)", 256, new SmsReader()),
  PHONE_REPORT("report of a phone (Cellebrite)", 512, new PhoneReportReader()),
  PAGE("saved page", 64, new SavedPageReader("text/html")),
  XML("XML", 64, new SavedPageReader("application/xml")),
  CHAT_TEXT("chat export (WhatsApp)", 256, new ChatTextReader()),
  LINE_TEXT("chat export (LINE, KakaoTalk, Viber, QQ)", 256, new LineTextReader()),
  TABLE("table (CSV, TSV)", 256, new TableReader()),
  TEXT("plain text", 4, new PlainTextReader());

  /** Other texts, such as settings and programs, are no adverts. */
  private static final Set<String> TEXTS = Set.of("txt", "text", "asc");

  /** The first element of a page. */
  private static final Pattern ELEMENT =
      Pattern.compile(
          "<(?:html|head|body|div|p|table|script|span|meta|article|title|link|style|section|main|h1|center)\\b",
          Pattern.CASE_INSENSITIVE);

  /** The first line tells; a pattern of all of them goes as deep as there are lines. */
  private static final Pattern HEADER = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,40}:[^\\n]*\\n");

  private static final Pattern STYLES = Pattern.compile("<style\\b[^<]*+</style>");

  /** A word in brackets is none. */
  private static final Pattern JSON_START =
      Pattern.compile("\\{|\\[\\s*(?:[\\[{\"\\]\\d-]|true|false|null|$)");

  private static final Pattern MAIL_HEADER =
      Pattern.compile(
          "(?im)^(?:from|to|subject|date|received|return-path|mime-version|message-id|content-type|delivered-to|x-[a-z-]+):");

  private final String words;
  private final int maxMebibytes;
  private final FileReader reader;

  FileKind(String words, int maxMebibytes, FileReader reader) {
    this.words = words;
    this.maxMebibytes = maxMebibytes;
    this.reader = reader;
  }

  /** Returns the name used on command lines and in figures, such as {@code chat-json}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns what a person calls it. */
  public String words() {
    return words;
  }

  /** Returns the most bytes that are read of one. */
  public long maxBytes() {
    return (long) maxMebibytes << 20;
  }

  /**
   * Hands on what a file holds.
   *
   * @throws IOException if it is broken as a whole, with a message that says how
   */
  public void read(FileSource file, FileSink sink) throws IOException {
    if (file.bytes().length > maxBytes()) {
      sink.unread("", "too-large", tooLarge(file.bytes().length));
      return;
    }
    CountedSink counted = new CountedSink(sink);
    try {
      reader.read(file, counted);
    } catch (UncheckedIOException e) { // it is the sink that can't go on
      throw e;
    } catch (RuntimeException | StackOverflowError e) { // of files that are damaged or made to harm
      throw new IOException("a file taken for %s must be whole, but isn't".formatted(words), e);
    } catch (OutOfMemoryError e) { // what the file took is free again
      throw new IOException(
          "a file taken for %s must be readable in the memory that there is, but isn't"
              .formatted(words),
          e);
    }
    if (counted.isEmpty()) {
      sink.unread("", "empty", "a file taken for %s must hold something to read".formatted(words));
    }
  }

  /** Returns why a file of some bytes isn't read. */
  public String tooLarge(long bytes) {
    return "a file taken for %s must have at most %d bytes, but has %d"
        .formatted(words, maxBytes(), bytes);
  }

  /**
   * Returns what a file is, by how it begins, and where that doesn't tell by its name; empty if
   * nothing does.
   *
   * @param start its first bytes, some thousand or all of them
   */
  public static Optional<FileKind> recognise(String name, byte[] start) {
    return recognise(name, start, TableForm.guessed());
  }

  /**
   * Returns the same where a person said how it is written: a text whose values are parted by what
   * somebody names is a table.
   */
  public static Optional<FileKind> recognise(String name, byte[] start, TableForm form) {
    String ending = new FileSource(name, start, java.util.Map.of(), 0).ending();
    String raw = new String(start, 0, Math.min(start.length, 8_192), StandardCharsets.ISO_8859_1);
    if (raw.startsWith("PK\u0003\u0004")) {
      return Optional.of(zipped(ending, raw));
    }
    if (raw.startsWith("\u00d0\u00cf\u0011\u00e0")) {
      return Optional.of(ending.equals("msg") ? OUTLOOK : OLD_WORKBOOK);
    }
    if (raw.startsWith("\t\b") && ending.startsWith("xls")) {
      return Optional.of(OLD_WORKBOOK);
    }
    if (raw.startsWith(RtfReader.MARK)) {
      return Optional.of(RICH_TEXT);
    }
    if (raw.startsWith("%PDF")) {
      return Optional.of(PDF);
    }
    if (form.encoding() == null && !Charsets.isText(start)) {
      return Optional.empty();
    }
    Charset told = form.encoding();
    String text = told == null ? Charsets.decode(start) : new String(start, told);
    FileKind kind = ofText(ending, text);
    if (form.separator() != null && (kind == TEXT || kind == CHAT_TEXT || kind == MAIL)) {
      return Optional.of(TABLE);
    }
    boolean named = ending.isEmpty() || TEXTS.contains(ending);
    return kind == TEXT && !named ? Optional.empty() : Optional.of(kind);
  }

  private static FileKind zipped(String ending, String raw) {
    return switch (ending) {
      case "xlsx", "xlsm", "xlsb" -> WORKBOOK;
      case "ods" -> OPEN_DOCUMENT;
      case "wacz" -> WACZ;
      default ->
          raw.contains("opendocument.spreadsheet")
              ? OPEN_DOCUMENT
              : raw.contains("xl/workbook") || raw.contains("xl/_rels")
                  ? WORKBOOK
                  : raw.contains("datapackage.json")
                      ? WACZ
                      : DocumentReader.isDocument(ending, raw) ? DOCUMENT : ZIP;
    };
  }

  private static FileKind ofText(String ending, String text) {
    String start = JsonReader.withoutName(text.stripLeading());
    if (JSON_START.matcher(start).lookingAt() && !ChatTextReader.isChat(text)) {
      return ofJson(ending, start);
    }
    if (start.startsWith("<")) {
      return ofMarkup(start);
    }
    boolean box = ending.equals("mbox") || MAIL_HEADER.matcher(start).find();
    if (start.startsWith("From ") && box) {
      return MAILBOX;
    }
    if (ChatTextReader.isChat(text)) {
      return CHAT_TEXT;
    }
    if (LineTextReader.isChat(start)) {
      return LINE_TEXT;
    }
    boolean mailName = ending.equals("eml") || ending.equals("mht") || ending.equals("mhtml");
    boolean headed = HEADER.matcher(start).lookingAt() && MAIL_HEADER.matcher(head(start)).find();
    if (mailName || (headed && !ending.equals("csv") && !ending.equals("tsv"))) {
      boolean isPage =
          head(start).toLowerCase(Locale.ROOT).contains("multipart/related")
              && head(start).contains("Snapshot-Content-Location");
      return isPage || ending.startsWith("mht") ? MHTML : MAIL;
    }
    boolean table = ending.equals("csv") || ending.equals("tsv") || ending.equals("tab");
    return table || TableReader.isTable(text) ? TABLE : TEXT;
  }

  private static String head(String text) {
    int end = text.replace("\r", "").indexOf("\n\n");
    return text.substring(
        0, end < 0 ? Math.min(text.length(), 4_000) : Math.min(end + 40, text.length()));
  }

  private static FileKind ofJson(String ending, String start) {
    String head = start.substring(0, Math.min(start.length(), 8_000));
    if (ending.equals("har") || (head.contains("\"log\"") && head.contains("\"entries\""))) {
      return HAR;
    }
    boolean chat =
        SignalLines.isChat(head)
            || ChatJsonReader.isBare(head)
            || head.contains("\"messages\"")
                && (head.contains("\"sender_name\"")
                    || head.contains("\"participants\"")
                    || head.contains("\"guild\"")
                    || head.contains("\"creator\"")
                    || head.contains("\"type\"")
                    || head.contains("\"chats\""));
    return chat ? CHAT_JSON : JSON;
  }

  private static FileKind ofMarkup(String start) {
    String some = STYLES.matcher(start).replaceFirst(""); // longer than the rest of a head
    String head = some.substring(0, Math.min(some.length(), 8_000));
    if (head.contains(Bookmarks.MARK)) {
      return BOOKMARKS;
    }
    if (head.contains("urn:schemas-microsoft-com:office:spreadsheet")) {
      return WORKBOOK_XML;
    }
    if (PhoneReportReader.isReport(head)) {
      return PHONE_REPORT;
    }
    if (SmsReader.isBackup(head)) {
      return SMS;
    }
    if (ChatHtmlReader.isChat(head)) {
      return CHAT_HTML;
    }
    return isPage(head) ? PAGE : XML;
  }

  /** Returns whether an element of a page comes first, behind what may stand before it. */
  private static boolean isPage(String head) {
    int at = 0;
    while (true) {
      while (at < head.length() && Character.isWhitespace(head.charAt(at))) {
        at++;
      }
      String end = head.startsWith("<!--", at) ? "-->" : ">";
      boolean skips =
          head.startsWith("<?", at)
              || head.startsWith("<!--", at)
              || head.regionMatches(true, at, "<!doctype", 0, 9);
      if (!skips) {
        return ELEMENT.matcher(head).region(at, head.length()).lookingAt();
      }
      int closed = head.indexOf(end, at);
      if (closed < 0) {
        return false;
      }
      at = closed + end.length();
    }
  }
}
