package org.vigie.casework.labelling;

import java.io.IOException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.casework.Judgement;
import org.vigie.casework.Judgements;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.training.labelling.Label;
import org.vigie.training.labelling.LabelFile;

/**
 * What people said of adverts in a workspace: their answers to {@code vigie label}, and what they
 * judged in the console, so that nobody has to say it twice.
 */
public final class WorkspaceLabels {
  private final LabelFile answers;
  private final List<Label> judged;

  private WorkspaceLabels(LabelFile answers, List<Label> judged) {
    this.answers = answers;
    this.judged = List.copyOf(judged);
  }

  /** Returns the labels of a workspace, as its judgements stand now. */
  public static WorkspaceLabels of(Workspace workspace, Clock clock) {
    return new WorkspaceLabels(
        new LabelFile(workspace.labels()),
        Judgements.aboutAdvertsIn(workspace.database(), clock).stream()
            .flatMap(made -> label(made).stream())
            .toList());
  }

  /** Returns those that stand for judgements. */
  public List<Label> judged() {
    return judged;
  }

  /**
   * Returns all labels, the oldest first.
   *
   * @throws IllegalArgumentException if a line of the file isn't a label; names file and line
   */
  public List<Label> all() throws IOException {
    return Stream.concat(answers.read().stream(), judged.stream())
        .sorted(Comparator.comparing(Label::at))
        .toList();
  }

  /** Keeps an answer; it is on the disk when this returns. */
  public void add(Label answer) throws IOException {
    answers.add(answer);
  }

  /** A person who is unsure has said nothing that a model could learn. */
  private static Optional<Label> label(Judgement made) {
    Optional<Boolean> risky =
        switch (made.opinion()) {
          case LEAD, POSSIBLE_VICTIM, SUSPECTED -> Optional.of(true);
          case NOTHING -> Optional.of(false);
          case UNSURE, ONE_CAMPAIGN, NOT_ONE_CAMPAIGN -> Optional.empty();
        };
    return risky.map(said -> new Label(made.subject().id(), made.account(), said, made.at()));
  }
}
