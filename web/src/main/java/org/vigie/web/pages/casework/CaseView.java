package org.vigie.web.pages.casework;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.CaseFile;
import org.vigie.casework.Enclosure;
import org.vigie.casework.Subject;
import org.vigie.text.safe.Defanged;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;
import org.vigie.web.pages.part.EvidenceText;
import org.vigie.web.pages.part.Paths;
import org.vigie.web.pages.part.Piece;

/**
 * A case as pages show it.
 *
 * @param path of its page
 * @param items what was put into it, the newest first
 * @param closing that it is closed
 */
public record CaseView(
    String id,
    String path,
    String title,
    String openedBy,
    String openedAt,
    List<String> members,
    List<Entry> items,
    Closing closing) {
  static CaseView of(CaseFile known, List<CaseFile.Item> items) {
    return new CaseView(
        known.id(),
        Paths.caseFile(known.id()),
        known.title(),
        known.openedBy(),
        Words.minute(known.openedAt()),
        known.members(),
        items.stream().map(Entry::of).toList(),
        Closing.of(known.closing()));
  }

  /**
   * That a case is closed.
   *
   * @param at minute, or empty while it is open
   * @param account who closed it
   * @param why in that person's words, in pieces
   */
  public record Closing(String at, String account, List<Piece> why) {
    private static final Closing NONE = new Closing("", "", List.of());

    static Closing of(CaseFile.@Nullable Closing closing) {
      return closing == null
          ? NONE
          : new Closing(
              Words.minute(closing.at()),
              closing.account(),
              new EvidenceText(closing.why()).pieces());
    }
  }

  /**
   * Something in a case.
   *
   * @param kind label of what sort of thing it is
   * @param path of its page, or empty for a note
   */
  public record Entry(
      String at, String account, String kind, String subject, String path, List<Piece> note) {
    static Entry of(CaseFile.Item item) {
      boolean isNote = item.subject().kind() == Subject.Kind.CASE;
      return new Entry(
          Words.minute(item.at()),
          item.account(),
          item.subject().kind().label(),
          SafeText.line(Defanged.text(item.subject().id())),
          isNote ? "" : Paths.of(item.subject()),
          new EvidenceText(item.note()).pieces());
    }
  }

  /**
   * A file in a case.
   *
   * @param path where it is taken out
   * @param name what it was called, in pieces
   */
  public record FileRow(
      String path, List<Piece> name, String at, String account, long bytes, String sha256) {
    static FileRow of(CaseFile known, Enclosure file) {
      return new FileRow(
          Paths.caseFile(known.id()) + "/files/" + file.id(),
          new EvidenceText(file.name()).pieces(),
          Words.minute(file.at()),
          file.account(),
          file.bytes(),
          file.sha256());
    }
  }
}
