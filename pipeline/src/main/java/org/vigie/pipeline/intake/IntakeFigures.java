package org.vigie.pipeline.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.vigie.pipeline.count.ReadableList;
import org.vigie.pipeline.metric.CountByLabel;
import org.vigie.pipeline.metric.StreamMetric;

/** What one instance tells of what comes in. */
final class IntakeFigures {
  private final Counter bytes;
  private final Counter adverts;
  private final Counter withoutAdvert;
  private final CountByLabel dead;

  /**
   * @param finished ids of inputs that this instance saw end, now and in former runs
   */
  IntakeFigures(RuntimeContext context, Path inbox, ReadableList<String> finished) {
    MetricGroup operator = context.getMetricGroup();
    bytes = StreamMetric.INPUT_BYTES.counter(operator);
    adverts = StreamMetric.ADVERTS.counter(operator);
    withoutAdvert = StreamMetric.PAGES_WITHOUT_ADVERT.counter(operator);
    dead = new CountByLabel(StreamMetric.DEAD_LETTERS, operator, "not-json", "not-advert-v1");
    StreamMetric.INPUTS_FINISHED.gauge(operator, () -> finished.getLocalValue().size());
    if (context.getTaskInfo().getIndexOfThisSubtask() == 0) {
      StreamMetric.INPUTS_ACCEPTED.gauge(operator, () -> accepted(inbox));
    }
  }

  void count(Intake intake) {
    bytes.inc(intake.cost().bytes());
    if (intake.advert() != null) {
      adverts.inc();
    } else if (intake.deadLetter() != null) {
      dead.add(intake.deadLetter().kind());
    } else if (intake.isWithoutAdvert()) {
      withoutAdvert.inc();
    }
  }

  private static long accepted(Path inbox) {
    try {
      return InputManifests.countIn(inbox);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
