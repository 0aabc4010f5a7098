package org.vigie.pipeline;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.vigie.pipeline.intake.Inbox;
import org.vigie.pipeline.intake.InputManifest;
import org.vigie.pipeline.topic.InputTopic;
import org.vigie.pipeline.topic.InputTopics;
import org.vigie.pipeline.workspace.Workspace;

/**
 * What a run has to read.
 *
 * @param accepted all that was accepted
 * @param open those of them that aren't read to their end
 * @param watches whether more inputs may come
 */
record RunInputs(
    List<InputManifest> accepted,
    List<InputManifest> open,
    List<InputTopic> topics,
    boolean watches) {
  /** How often a run that ends by itself looks at its job: somebody waits for it. */
  private static final Duration POLL = Duration.ofMillis(250);

  /** How often one without end does, which mostly waits itself. */
  private static final Duration SELDOM = Duration.ofMillis(500);

  /** Returns what a workspace has to be read. */
  static RunInputs of(Workspace workspace, boolean watches) throws IOException {
    List<InputManifest> accepted = new Inbox(workspace, Clock.systemUTC()).accepted();
    return new RunInputs(
        accepted,
        FinishedInputs.read(workspace).openAmong(accepted),
        new InputTopics(workspace, Clock.systemUTC()).accepted(),
        watches);
  }

  boolean isEndless() {
    return watches || !topics.isEmpty();
  }

  /** Returns how often the job is looked at: not more seldom than checkpoints may be apart. */
  Duration poll(RunConfig config) {
    Duration interval = config.checkpointInterval();
    Duration own = isEndless() ? SELDOM : POLL;
    return interval.compareTo(own) < 0 ? interval : own;
  }

  boolean isDone(Set<String> finished) {
    return accepted.stream().allMatch(input -> finished.contains(input.id()));
  }
}
