package org.vigie.pipeline.contact;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.State;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.advert.PictureHash;
import org.vigie.pipeline.state.DayBuckets;
import org.vigie.pipeline.state.Days;
import org.vigie.pipeline.state.Horizon;
import org.vigie.pipeline.state.KeyGroups;

/**
 * Puts a picture's exact hash in the place of its address, so that the same picture is known at
 * whatever address it stands.
 *
 * <p>An advert and the hash of its picture come in any order, so the advert waits for the hash. The
 * first hash that comes for an address counts.
 *
 * <p>Key: the hash of the address. State: the hash of what stands there, or the adverts that wait
 * for it; under a key of each {@linkplain KeyGroups group}, which addresses end on which day. End
 * of life: the day on which the horizon has passed both the last sighting of an advert with the
 * picture, as far as it is {@linkplain Horizon#isRefreshed told of}, and the last fetch of the
 * picture. An advert that comes back later waits until the picture is fetched again.
 *
 * <p>An operator rather than a function, because what ends stands under other keys than what comes.
 */
@SuppressWarnings("NullAway.Init") // Flink sets up an instance before it hands it anything
public final class ResolvePictures extends AbstractStreamOperator<ContactUse>
    implements TwoInputStreamOperator<ContactUse, PictureHash, ContactUse> {
  private static final long serialVersionUID = 1L;

  /** Names this operator's state in a savepoint; a new value orphans what is stored. */
  public static final String UID = "resolve-pictures";

  private static final ValueStateDescriptor<KnownPicture> PICTURE =
      new ValueStateDescriptor<>("picture", new KnownPicture.Serializer());

  /** Hashes as they were saved before ends were kept. */
  private static final ValueStateDescriptor<String> DIGEST =
      new ValueStateDescriptor<>("digest", Types.STRING);

  /** Advert → what it tells. */
  private static final MapStateDescriptor<String, ContactUse> WAITING =
      new MapStateDescriptor<>("waiting", Types.STRING, TypeInformation.of(ContactUse.class));

  /** Whether ends of life are kept: state of before they were has none. */
  private static final ListStateDescriptor<Boolean> HAVE_ENDS =
      new ListStateDescriptor<>("have-ends", Boolean.class);

  private final Horizon horizon;
  private transient ValueState<KnownPicture> picture;
  private transient ValueState<String> digest;
  private transient MapState<String, ContactUse> waiting;
  private transient DayBuckets ends;
  private transient KeyGroups groups;
  private transient ListState<Boolean> haveEnds;
  private transient boolean lacksEnds;
  private transient long forgottenUntil;

  /**
   * Makes the operator.
   *
   * @param horizon how long a picture is remembered after an advert with it was last seen
   */
  public ResolvePictures(Horizon horizon) {
    this.horizon = horizon.untilRefreshed();
  }

  /** Returns the key under which an advert with a picture meets its hash. */
  public static String address(ContactUse use) {
    return use.contact().substring(use.contact().indexOf(':') + 1);
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    // Union: whatever the parallelism becomes, each instance sees it.
    haveEnds = context.getOperatorStateStore().getUnionListState(HAVE_ENDS);
    lacksEnds = context.isRestored() && !haveEnds.get().iterator().hasNext();
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    haveEnds.update(lacksEnds ? List.of() : List.of(true));
  }

  @Override
  public void open() throws Exception {
    super.open();
    picture = getRuntimeContext().getState(PICTURE);
    digest = getRuntimeContext().getState(DIGEST);
    waiting = getRuntimeContext().getMapState(WAITING);
    ends = new DayBuckets(getRuntimeContext());
    groups = KeyGroups.of(getRuntimeContext().getTaskInfo());
    forgottenUntil = Long.MIN_VALUE;
  }

  @Override
  public void processElement1(StreamRecord<ContactUse> record) throws Exception {
    ContactUse use = record.getValue();
    KnownPicture known = seen(address(use), Days.of(use.seen()), "");
    if (!known.digest().isEmpty()) {
      output.collect(new StreamRecord<>(use.of(key(known.digest()))));
    } else if (!use.isSeenStill() || !waiting.contains(use.advertId())) {
      // One that comes again was seen earlier too. Nobody has been told of it yet.
      waiting.put(use.advertId(), use.asFirst());
    }
  }

  @Override
  public void processElement2(StreamRecord<PictureHash> record) throws Exception {
    PictureHash hash = record.getValue();
    KnownPicture known = seen(hash.address(), Days.of(hash.at()), hash.digest());
    for (ContactUse use : waiting.values()) {
      output.collect(new StreamRecord<>(use.of(key(known.digest()))));
    }
    waiting.clear();
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    long last = horizon.lastPast(mark.getTimestamp());
    if (last > forgottenUntil) {
      forgottenUntil = last;
      forget(last);
    }
    super.processWatermark(mark);
  }

  /**
   * Takes note that the address which is the current key was seen on a day; returns what is known
   * of it then.
   *
   * @param hash of what stood there, or empty; that of before counts
   */
  private KnownPicture seen(String address, long day, String hash) throws Exception {
    @Nullable KnownPicture before = known();
    KnownPicture now =
        before == null
            ? new KnownPicture(hash, day)
            : new KnownPicture(
                before.digest().isEmpty() ? hash : before.digest(),
                Math.max(before.lastDay(), day));
    if (before == null) {
      keepEnd(address, day);
      setCurrentKey(address);
    }
    if (!now.equals(before)) {
      picture.update(now);
    }
    return now;
  }

  private @Nullable KnownPicture known() throws Exception {
    @Nullable KnownPicture known = picture.value();
    if (known != null || !lacksEnds) {
      return known;
    }
    @Nullable String saved = digest.value();
    return saved == null && waiting.isEmpty()
        ? null
        : new KnownPicture(saved == null ? "" : saved, Long.MIN_VALUE);
  }

  /** Drops the addresses at which nothing was seen after a day. */
  private void forget(long last) throws Exception {
    keepEnds(last);
    for (String group : groups.all()) {
      setCurrentKey(group);
      for (String address : new TreeSet<>(ends.takeUntil(last))) {
        setCurrentKey(address);
        @Nullable KnownPicture known = picture.value();
        if (known != null && known.lastDay() > last) {
          keepEnd(address, known.lastDay());
        } else {
          picture.clear();
          waiting.clear();
        }
      }
    }
  }

  /** Notes when an address is to be looked at. */
  private void keepEnd(String address, long day) throws Exception {
    setCurrentKey(groups.of(address));
    ends.add(day, address, forgottenUntil);
  }

  /**
   * Notes when the addresses end that were saved before ends were kept: as if all had been seen on
   * the first day that is past by now.
   *
   * @param last the last of the days that lie behind the horizon
   */
  private void keepEnds(long last) throws Exception {
    if (!lacksEnds) {
      return;
    }
    Map<String, KnownPicture> saved = new TreeMap<>();
    applyToAll(DIGEST, address -> saved.put(address, new KnownPicture(digest.value(), 0)));
    applyToAll(WAITING, address -> saved.putIfAbsent(address, new KnownPicture("", 0)));
    long today = last + horizon.days() + 1;
    for (Map.Entry<String, KnownPicture> old : saved.entrySet()) {
      setCurrentKey(old.getKey());
      @Nullable KnownPicture known = picture.value();
      digest.clear();
      if (known == null) {
        picture.update(new KnownPicture(old.getValue().digest(), today));
      }
      keepEnd(old.getKey(), today);
    }
    lacksEnds = false;
  }

  /** What is done with the key that is the current one. */
  private interface KeyConsumer {
    void accept(String key) throws Exception;
  }

  private <S extends State> void applyToAll(StateDescriptor<S, ?> state, KeyConsumer consumer)
      throws Exception {
    this.<String>getKeyedStateBackend()
        .applyToAllKeys(
            VoidNamespace.INSTANCE,
            VoidNamespaceSerializer.INSTANCE,
            state,
            (key, unused) -> consumer.accept(key));
  }

  private static String key(String digest) {
    return Contact.declared(ContactType.PICTURE, digest).key();
  }
}
