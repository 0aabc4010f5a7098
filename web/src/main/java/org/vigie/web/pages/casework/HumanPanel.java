package org.vigie.web.pages.casework;

import java.util.List;
import org.vigie.casework.CaseFile;
import org.vigie.casework.Judgement;
import org.vigie.casework.Opinion;
import org.vigie.casework.Subject;
import org.vigie.text.safe.Words;
import org.vigie.web.pages.part.EvidenceText;
import org.vigie.web.pages.part.Paths;
import org.vigie.web.pages.part.Piece;

/**
 * What people said of something, and the forms in which the reader can say more.
 *
 * @param path of the page of what it is about
 * @param said the judgements, the newest first
 * @param opinions labels of what can be said
 * @param cases cases of the reader's that it can be put into
 */
public record HumanPanel(String path, List<Said> said, List<String> opinions, List<Choice> cases) {
  public HumanPanel {
    said = List.copyOf(said);
  }

  /**
   * One judgement.
   *
   * @param opinion label of what was said
   * @param why the grounds in pieces
   */
  public record Said(String at, String account, String opinion, List<Piece> why) {
    static Said of(Judgement judgement) {
      return new Said(
          Words.minute(judgement.at()),
          judgement.account(),
          judgement.opinion().label(),
          new EvidenceText(judgement.why()).pieces());
    }
  }

  /**
   * A case to choose.
   *
   * @param id its id
   * @param title what it is called
   */
  public record Choice(String id, String title) {
    public static List<Choice> of(List<CaseFile> cases) {
      return cases.stream().map(known -> new Choice(known.id(), known.title())).toList();
    }
  }

  /** Returns whether somebody has given a view. */
  public boolean hasView(String account) {
    return said.stream().anyMatch(view -> view.account().equals(account));
  }

  static HumanPanel of(Subject subject, List<Judgement> judgements, List<CaseFile> cases) {
    return new HumanPanel(
        Paths.of(subject),
        judgements.stream().map(Said::of).toList(),
        Opinion.about(subject.kind()).stream()
            .filter(opinion -> !opinion.isRuledNow())
            .map(Opinion::label)
            .toList(),
        Choice.of(cases));
  }
}
