package org.vigie.pipeline.metric;

import java.util.Optional;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;

/**
 * A figure that operators of the stream tell, beside those that Flink tells of any job.
 *
 * <p>Counts and times start anew when a job is restored; what the index holds and which inputs are
 * finished does not. No label says what an advert says, nor who is being watched: names of stored
 * queries are none.
 */
public enum StreamMetric {
  /** Adverts read, repeats among them. */
  ADVERTS("", "adverts_total"),
  /** Adverts read that were seen before. */
  REPEATS("", "repeats_total"),
  /** Adverts not seen before that went the minor-risk route. */
  MINOR_RISK("", "minor_risk_total"),
  /** Adverts that were older than the horizon when they came: indexed, but not remembered. */
  LATE("", "late_adverts_total"),
  /** Adverts that were dropped from state at the end of their life. */
  FORGOTTEN("", "forgotten_adverts_total"),
  /** Pairs of adverts that share boilerplate alone, and so weren't linked. */
  BOILERPLATE_PAIRS("", "boilerplate_pairs_total"),
  /** How often an advert fell into a bucket that had all the adverts it may have. */
  FULL_BUCKETS("", "full_buckets_total"),
  /** Captured pages that hold no advert. */
  PAGES_WITHOUT_ADVERT("", "pages_without_advert_total"),
  /** Bytes of inputs and messages read. */
  INPUT_BYTES("", "input_bytes_total"),
  /** Inputs accepted ever; told by one instance. */
  INPUTS_ACCEPTED("", "inputs_accepted"),
  /** Inputs read to their end ever, each told by one instance. */
  INPUTS_FINISHED("", "inputs_finished"),
  /** Records that could not be read, by {@link org.vigie.advert.DeadLetter#kind}. */
  DEAD_LETTERS("kind", "dead_letter", "total"),
  /** Adverts that an enricher was asked about, by plug-in. */
  PLUGIN_ASKED("name", "plugin", "asked_total"),
  /** Adverts that went on without what an enricher adds, since it went wrong, by plug-in. */
  PLUGIN_PASSED_OVER("name", "plugin", "passed_over_total"),
  /** Alerts raised, by rule; those of stored queries and watched texts are a rule each. */
  ALERTS_RAISED("rule", "alert", "raised_total"),
  /** Alerts that no longer hold. */
  ALERTS_WITHDRAWN("", "alerts_withdrawn_total"),
  /** Clusters in the index as it was committed last, by number of adverts. */
  CLUSTERS("size", "cluster", "count"),
  /** Adverts in the index as it was committed last. */
  ADVERTS_INDEXED("", "adverts_indexed"),
  /** When the index was committed last, in seconds since 1970. */
  INDEX_COMMITTED("", "index_committed_at_seconds"),
  /** How long a stage works at one thing, mostly one advert, over the last of them. */
  STAGE_TIME("stage", "", "microseconds");

  /** What Flink's reporter puts before the figures of an operator. */
  static final String SCOPE = "flink_taskmanager_job_task_operator_";

  private static final String OURS = "vigie";

  private final String label;
  private final String noun;
  private final String figure;

  StreamMetric(String label, String figure) {
    this(label, "", figure);
  }

  /**
   * Flink makes a label part of the name: so the label is a word of it.
   *
   * @param label what the figure is parted by, or empty
   * @param noun what stands before the label
   * @param figure what stands last
   */
  StreamMetric(String label, String noun, String figure) {
    this.label = label;
    this.noun = noun;
    this.figure = figure;
  }

  /** Returns what the figure is parted by, if it is. */
  public Optional<String> label() {
    return label.isEmpty() ? Optional.empty() : Optional.of(label);
  }

  /** Returns its name as Prometheus has it. */
  public String prometheusName() {
    return SCOPE + prefix() + (label.isEmpty() ? "" : "_" + label) + "_" + figure;
  }

  /** Returns a counter of an operator, 0 from the start. */
  public Counter counter(MetricGroup operator) {
    return operator.addGroup(prefix()).counter(figure);
  }

  /** Returns the counter of one value of the label. */
  public Counter counter(MetricGroup operator, String value) {
    return labelled(operator, value).counter(figure);
  }

  /** Makes an operator tell a number whenever it is asked for. */
  public void gauge(MetricGroup operator, Gauge<? extends Number> number) {
    operator.addGroup(prefix()).gauge(figure, number);
  }

  /** Makes an operator tell the number of one value of the label. */
  public void gauge(MetricGroup operator, String value, Gauge<? extends Number> number) {
    labelled(operator, value).gauge(figure, number);
  }

  Histogram histogram(MetricGroup operator, String value, Histogram histogram) {
    return labelled(operator, value).histogram(figure, histogram);
  }

  private MetricGroup labelled(MetricGroup operator, String value) {
    return operator.addGroup(prefix()).addGroup(label, value);
  }

  private String prefix() {
    return noun.isEmpty() ? OURS : OURS + "_" + noun;
  }
}
