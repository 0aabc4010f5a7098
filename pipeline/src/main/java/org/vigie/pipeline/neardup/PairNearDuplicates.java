package org.vigie.pipeline.neardup;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.NearDuplicateLink;
import org.vigie.pipeline.busy.BusyTime;
import org.vigie.pipeline.busy.Stage;
import org.vigie.pipeline.count.LocalCounts;
import org.vigie.pipeline.metric.StreamMetric;
import org.vigie.pipeline.state.Horizon;

/**
 * Links an advert with the earlier ones that share a bucket, enough of its shingles and more than
 * boilerplate: with one of each {@linkplain LinkedSets set} of those that are linked already.
 *
 * <p>Key: one for all, so that each text is kept once. State: bucket → its {@link Representatives},
 * the {@code representatives} smallest ids of all that fell into it, so that a campaign of a
 * hundred thousand costs an advert no more than one of ten and arrival order matters little. End of
 * life: the day on which the horizon has passed the last advert of its set that shared a bucket
 * with a representative, or the representative itself as far as it is {@linkplain
 * Horizon#isRefreshed told of}: so a campaign that goes on is not forgotten.
 */
@SuppressWarnings("NullAway.Init") // Flink sets up an instance before it hands it anything
public final class PairNearDuplicates
    extends KeyedProcessFunction<Integer, SignedAdvert, NearDuplicateLink> {
  private static final long serialVersionUID = 1L;

  /** Names this operator's state in a savepoint; a new value orphans what is stored. */
  public static final String UID = "pair-near-duplicates-by-region";

  /** The one key. */
  public static final Integer KEY = 0;

  /** Counts the pairs of advert that were alike in boilerplate alone. */
  public static final String BOILERPLATE = "boilerplate-pairs";

  /** Counts how often an advert fell into a bucket that had all the representatives it may have. */
  public static final String FULL_BUCKETS = "full-buckets";

  /** Counts the adverts that were kept to be compared with later ones, those of this run alone. */
  public static final String KEPT = "representatives-kept";

  /** Counts those of them that were dropped at the end of their life. */
  public static final String DROPPED = "representatives-dropped";

  private final NearDuplicateConfig config;
  private final Horizon horizon;
  private final BusyTime busy = new BusyTime(Stage.CLUSTER);
  private final LongCounter boilerplate = new LongCounter();
  private final LongCounter fullBuckets = new LongCounter();
  private final LongCounter kept = new LongCounter();
  private final LongCounter dropped = new LongCounter();
  private transient Counter boilerplateSeen;
  private transient Counter fullBucketsSeen;
  private transient Representatives representatives;
  private transient BucketTable buckets;
  private transient ReadSketches sketches;

  /**
   * Makes the operator.
   *
   * @param horizon how long texts are remembered after they were seen or told of anew
   */
  public PairNearDuplicates(NearDuplicateConfig config, Horizon horizon) {
    this.config = config;
    this.horizon = horizon.untilRefreshed();
  }

  @Override
  public void open(OpenContext context) {
    busy.register(getRuntimeContext());
    LocalCounts.add(getRuntimeContext(), BOILERPLATE, boilerplate);
    LocalCounts.add(getRuntimeContext(), FULL_BUCKETS, fullBuckets);
    LocalCounts.add(getRuntimeContext(), KEPT, kept);
    LocalCounts.add(getRuntimeContext(), DROPPED, dropped);
    boilerplateSeen = StreamMetric.BOILERPLATE_PAIRS.counter(getRuntimeContext().getMetricGroup());
    fullBucketsSeen = StreamMetric.FULL_BUCKETS.counter(getRuntimeContext().getMetricGroup());
    representatives = new Representatives(getRuntimeContext());
    buckets = new BucketTable(getRuntimeContext());
    sketches = new ReadSketches();
  }

  @Override
  public void processElement(SignedAdvert advert, Context context, Collector<NearDuplicateLink> out)
      throws Exception {
    busy.during(() -> context.timerService().registerEventTimeTimer(pair(advert, out)));
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<NearDuplicateLink> unused)
      throws Exception {
    busy.during(() -> {
      Set<Integer> old = representatives.dropUntil(horizon.lastPast(time));
      if (!old.isEmpty()) {
        buckets.removeAll(old);
        dropped.add(old.size());
      }
    });
  }

  /** Returns when what was touched is dropped. */
  private long pair(SignedAdvert advert, Collector<NearDuplicateLink> out) throws Exception {
    Meeting meeting = new Meeting(advert);
    meeting.load(advert.signature());
    meeting.compare(out);
    meeting.stay();
    return horizon.endOf(meeting.own.day());
  }

  /** An advert among those that share a bucket with it. */
  private final class Meeting {
    private final int[] keys = new int[config.bands()];
    private final Representative[][] present = new Representative[config.bands()][];
    private int[][] numbers = new int[0][];
    private final Map<Integer, Representative> met = new HashMap<>();
    private final Likeness likeness;
    private Representative own;
    private int number = -1;

    Meeting(SignedAdvert advert) {
      likeness = new Likeness(advert, sketches);
      own =
          new Representative(
              advert.advertId(), advert.day(), Representative.OF_ITS_OWN, advert.sketch());
    }

    void load(int[] signature) throws Exception {
      for (int band = 0; band < keys.length; band++) {
        // The upper half of a well-mixed key.
        keys[band] = (int) (MinHash.bucket(signature, band, config.rowsPerBand()) >>> 32);
      }
      numbers = buckets.in(keys);
      int full = 0;
      for (int band = 0; band < keys.length; band++) {
        present[band] = new Representative[numbers[band].length];
        for (int i = 0; i < present[band].length; i++) {
          present[band][i] = meet(numbers[band][i]);
        }
        full += present[band].length >= config.representatives() ? 1 : 0;
      }
      fullBuckets.add(full);
      fullBucketsSeen.inc(full);
    }

    private Representative meet(int other) throws Exception {
      @Nullable Representative before = met.get(other);
      if (before != null) {
        return before;
      }
      Representative known = representatives.get(other);
      met.put(other, known);
      // A String keeps its hash, so that this looks at its characters only where it is the same.
      if (known.id().hashCode() == own.id().hashCode() && known.id().equals(own.id())) {
        number = other;
        own = own.on(known.day());
      }
      return known;
    }

    /**
     * Links the advert with the first of each set that is like it. The others of the set are linked
     * with that one already, so they are neither compared nor linked, but stay as long as it does.
     */
    void compare(Collector<NearDuplicateLink> out) throws Exception {
      long day = own.day();
      @Nullable Representative stored = met.get(number);
      if (stored != null) {
        own = own.in(representatives.setOf(number, stored));
      }
      for (Map.Entry<Integer, Representative> one : met.entrySet()) {
        Representative other = one.getValue();
        int set = representatives.setOf(one.getKey(), other);
        if (other != stored && (set == own.set() || link(one.getKey(), other, out))) {
          see(one.getKey(), other, day);
          own = own.on(other.day()).in(isLinked() ? representatives.join(own.set(), set) : set);
        }
      }
      if (stored != null) {
        see(number, stored, own.day());
      }
    }

    private boolean isLinked() {
      return own.set() != Representative.OF_ITS_OWN;
    }

    private void see(int other, Representative known, long day) throws Exception {
      if (day > known.day()) {
        representatives.update(other, known.on(day));
      }
    }

    private boolean link(int kept, Representative other, Collector<NearDuplicateLink> out) {
      Overlap overlap = likeness.with(kept, other);
      double similarity = overlap.similarity();
      if (similarity < config.minSimilarity()) {
        return false;
      }
      if (overlap.isBoilerplate()) {
        boilerplate.add(1);
        boilerplateSeen.inc();
        return false;
      }
      boolean first = own.id().compareTo(other.id()) < 0;
      out.collect(
          new NearDuplicateLink(
              first ? own.id() : other.id(), first ? other.id() : own.id(), similarity));
      return true;
    }

    /**
     * Keeps the smallest ids: they are hashes of content, so which adverts stay is fair and the
     * same in any order.
     */
    void stay() throws Exception {
      int[] free = new int[keys.length];
      int count = 0;
      for (int band = 0; band < keys.length; band++) {
        if (!isIn(band) && isFree(band)) {
          free[count++] = keys[band];
        }
      }
      if (count > 0) {
        if (number < 0) {
          number = representatives.add(own);
          kept.add(1);
        }
        buckets.add(Arrays.copyOf(free, count), number);
      }
    }

    private boolean isIn(int band) {
      for (int other : numbers[band]) {
        if (other == number) {
          return true;
        }
      }
      return false;
    }

    /** Makes room for a smaller id; returns whether there is room. */
    private boolean isFree(int band) throws Exception {
      Representative[] others = present[band];
      if (others.length < config.representatives()) {
        return true;
      }
      int last = 0;
      for (int i = 1; i < others.length; i++) {
        last = others[i].id().compareTo(others[last].id()) > 0 ? i : last;
      }
      if (others[last].id().compareTo(own.id()) < 0) {
        return false;
      }
      buckets.remove(keys[band], numbers[band][last]);
      return true;
    }
  }
}
