package org.vigie.casework.labelling;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.environment.Environment;
import org.vigie.text.safe.SafeText;
import org.vigie.training.labelling.Agreement;
import org.vigie.training.labelling.Candidate;
import org.vigie.training.labelling.InformativeOrder;
import org.vigie.training.labelling.Label;
import org.vigie.training.labelling.Verdicts;

/**
 * One reviewer's turn at labelling. What the model says is not shown, and not what others said: a
 * reviewer who knows it agrees with it too often.
 */
public final class LabelSession {
  private final Environment environment;
  private final WorkspaceLabels labels;
  private final String reviewer;
  private final Consumer<String> before;

  /**
   * A session.
   *
   * @param labels where answers are kept
   * @param reviewer who answers
   * @param before is told the id of each advert before it is shown
   */
  public LabelSession(
      Environment environment, WorkspaceLabels labels, String reviewer, Consumer<String> before) {
    this.environment = environment;
    this.labels = labels;
    this.reviewer = reviewer;
    this.before = before;
  }

  /** Asks about adverts until all are answered, the count is reached, or the answers end. */
  public void ask(List<Candidate> candidates, int count) throws IOException {
    BufferedReader answers =
        new BufferedReader(new InputStreamReader(environment.in(), StandardCharsets.UTF_8));
    List<Candidate> queue = queue(candidates, Verdicts.of(labels.all()), count);
    for (int i = 0; i < queue.size(); i++) {
      Candidate candidate = queue.get(i);
      before.accept(candidate.id());
      environment.out().printf("%n[%d of %d]%n", i + 1, queue.size());
      environment.out().println(SafeText.block(candidate.text()));
      String answer = answer(answers);
      if (answer == null || answer.equals("q")) {
        break;
      }
      if (!answer.equals("s")) {
        boolean risky = answer.equals("r");
        labels.add(new Label(candidate.id(), reviewer, risky, environment.clock().instant()));
      }
    }
    summarise(candidates);
  }

  /** Those that wait for another reviewer come first: without one they are worth nothing yet. */
  private List<Candidate> queue(List<Candidate> candidates, Verdicts verdicts, int count) {
    List<Candidate> asked = new ArrayList<>();
    List<Candidate> waiting = new ArrayList<>();
    List<Candidate> fresh = new ArrayList<>();
    for (Candidate candidate : candidates) {
      boolean mine = verdicts.isLabelledBy(reviewer, candidate.id());
      if (!mine && verdicts.needsAnother(candidate.id())) {
        waiting.add(candidate);
      } else if (mine || verdicts.byAdvert().containsKey(candidate.id())) {
        asked.add(candidate);
      } else {
        fresh.add(candidate);
      }
    }
    List<Candidate> queue = new ArrayList<>(waiting.subList(0, Math.min(count, waiting.size())));
    queue.addAll(InformativeOrder.of(fresh, asked, count - queue.size()));
    return queue;
  }

  private @Nullable String answer(BufferedReader answers) throws IOException {
    while (true) {
      environment.out().print("risky (r), ordinary (o), skip (s) or quit (q)? ");
      environment.out().flush();
      String line = answers.readLine();
      if (line == null) {
        environment.out().println();
        return null;
      }
      String answer = line.strip().toLowerCase(Locale.ROOT);
      if (List.of("r", "o", "s", "q").contains(answer)) {
        return answer;
      }
    }
  }

  private void summarise(List<Candidate> candidates) throws IOException {
    Verdicts verdicts = Verdicts.of(labels.all());
    int risky = 0;
    int ordinary = 0;
    int open = 0;
    for (Candidate candidate : candidates) {
      boolean settled = verdicts.of(candidate.id()).isPresent();
      boolean isRisky = verdicts.of(candidate.id()).orElse(false);
      risky += isRisky ? 1 : 0;
      ordinary += settled && !isRisky ? 1 : 0;
      open += !settled && verdicts.byAdvert().containsKey(candidate.id()) ? 1 : 0;
    }
    environment
        .out()
        .printf(
            "%nrisky: %d, ordinary: %d, open (another reviewer is needed): %d, not labelled: %d%n",
            risky, ordinary, open, candidates.size() - risky - ordinary - open);
    for (Agreement pair : Agreement.of(verdicts)) {
      environment
          .out()
          .printf(
              "agreement of %s and %s on %d adverts: Cohen's kappa %s%n",
              SafeText.line(pair.one()),
              SafeText.line(pair.other()),
              pair.adverts(),
              Double.isNaN(pair.kappa())
                  ? "not defined, since all labels are the same"
                  : String.format(Locale.ROOT, "%.2f", pair.kappa()));
    }
  }
}
