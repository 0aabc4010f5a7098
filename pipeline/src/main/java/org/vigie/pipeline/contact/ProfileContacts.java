package org.vigie.pipeline.contact;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.ContentId;
import org.vigie.classifier.Taxonomy;
import org.vigie.pipeline.alert.AlertRuleConfig;
import org.vigie.pipeline.alert.PromptFlush;
import org.vigie.pipeline.alert.Watchlist;
import org.vigie.pipeline.busy.BusyTime;
import org.vigie.pipeline.busy.Stage;
import org.vigie.pipeline.count.LocalCounts;
import org.vigie.pipeline.index.IndexChange;
import org.vigie.pipeline.metric.AlertCount;
import org.vigie.pipeline.network.NetworkConfig;
import org.vigie.pipeline.state.Horizon;
import org.vigie.pipeline.state.KeyGroups;

/**
 * Adds up what the adverts of each contact tell of it.
 *
 * <p>Key: the contact. State: its {@link ContactState}; what contacts were last judged by; under a
 * key of each {@linkplain KeyGroups group}, which contacts end on which day. End of life: the day
 * on which the horizon has passed the last sighting of an advert that names it, as far as it is
 * {@linkplain Horizon#isRefreshed told of}. One that comes back later is added up anew, under
 * another {@linkplain ContactState#memory memory}, beside what the index holds of it.
 *
 * <p>A job that goes on with other thresholds, another watchlist or another taxonomy judges all
 * contacts anew that are remembered.
 *
 * <p>An operator rather than a function, because a changed profile is written at the next
 * checkpoint barrier: so a contact of a thousand new adverts is written once, and nothing is held
 * at a checkpoint.
 */
@SuppressWarnings("NullAway.Init") // Flink sets up an instance before it hands it anything
public final class ProfileContacts extends AbstractStreamOperator<IndexChange>
    implements OneInputStreamOperator<ContactUse, IndexChange> {
  private static final long serialVersionUID = 1L;

  /** Names this operator's state in a savepoint; a new value orphans what is stored. */
  public static final String UID = "profile-contacts";

  private static final ValueStateDescriptor<ContactState> CONTACT =
      new ValueStateDescriptor<>("contact", new ContactStateSerializer());

  private static final ListStateDescriptor<String> JUDGED_BY =
      new ListStateDescriptor<>("judged-by", String.class);

  /** Whether ends of life are kept: state of before they were has none. */
  private static final ListStateDescriptor<Boolean> HAVE_ENDS =
      new ListStateDescriptor<>("have-ends", Boolean.class);

  /** Side output: what contacts show over all of their adverts. */
  public static final OutputTag<ContactSigns> SIGNS =
      new OutputTag<>("signs", TypeInformation.of(ContactSigns.class));

  /** Part of what contacts are judged by: with another, all are told of anew. */
  private static final String TOLD = "signs to clusters";

  /** Bounds what is held back, and so the time that a barrier waits. */
  private static final int MAX_HELD_BACK = 20_000;

  /** Accumulator: alerts about contacts raised less those withdrawn. */
  public static final String ALERTS = "contact-alerts";

  private final String models;
  private final AlertRuleConfig rules;
  private final NetworkConfig networks;
  private final Watchlist watchlist;
  private final PromptFlush prompt;
  private final Horizon horizon;
  private final LongCounter alerts = new LongCounter();
  private final BusyTime busy = new BusyTime(Stage.CONTACTS);
  private transient ValueState<ContactState> state;
  private transient ContactEnds ends;
  private transient ListState<Boolean> haveEnds;
  private transient boolean lacksEnds;
  private transient ListState<String> judgedBy;
  private transient String judge;
  private transient boolean judgeAnew;
  private transient Taxonomy taxonomy;
  private transient ToldContacts told;
  private transient SortedSet<String> changed;

  /**
   * Makes the operator.
   *
   * @param rules when a contact raises an alert
   * @param networks from when on strangers share it, so that it raises none
   * @param watchlist contacts that are watched
   * @param prompt when changes are let go
   * @param horizon how long contacts are remembered after an advert with them was last seen
   */
  public ProfileContacts(
      Path models,
      AlertRuleConfig rules,
      NetworkConfig networks,
      Watchlist watchlist,
      PromptFlush prompt,
      Horizon horizon) {
    this.horizon = horizon.untilRefreshed();
    this.prompt = prompt;
    this.models = models.toString();
    this.rules = rules;
    this.networks = networks;
    this.watchlist = watchlist;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    taxonomy = Taxonomy.load(Path.of(models));
    judge =
        ContentId.of(
            "j-",
            rules.toString(),
            networks.toString(),
            watchlist.contacts().toString(),
            taxonomy.version(),
            TOLD);
    // Union: whatever the parallelism becomes, each instance sees it.
    judgedBy = context.getOperatorStateStore().getUnionListState(JUDGED_BY);
    haveEnds = context.getOperatorStateStore().getUnionListState(HAVE_ENDS);
    if (context.isRestored()) {
      lacksEnds = !haveEnds.get().iterator().hasNext();
      judgeAnew = true;
      for (String before : judgedBy.get()) {
        judgeAnew = !before.equals(judge);
      }
    }
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    judgedBy.update(List.of(judge));
    haveEnds.update(List.of(true));
  }

  @Override
  public void open() throws Exception {
    super.open();
    state = getRuntimeContext().getState(CONTACT);
    ends = new ContactEnds(getRuntimeContext(), this::setCurrentKey);
    LocalCounts.add(getRuntimeContext(), ALERTS, alerts);
    told =
        new ToldContacts(
            state,
            new ContactIndicators(taxonomy),
            new ContactAlerts(rules, networks, watchlist, taxonomy),
            networks,
            alerts,
            new AlertCount(
                getRuntimeContext().getMetricGroup(),
                ContactAlerts.WATCHED,
                ContactAlerts.NEW_COUNTRY),
            output);
    changed = new TreeSet<>();
    busy.register(getRuntimeContext());
  }

  @Override
  public void processElement(StreamRecord<ContactUse> record) throws Exception {
    busy.during(() -> add(record.getValue()));
    prompt.changed(getProcessingTimeService(), () -> busy.during(this::flush));
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    long last = horizon.lastPast(mark.getTimestamp());
    if (ends.isPast(last)) {
      busy.during(() -> forget(last));
    }
    super.processWatermark(mark);
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpoint) throws Exception {
    busy.during(() -> {
      keepEnds();
      flush();
    });
  }

  @Override
  public void finish() throws Exception {
    busy.during(this::flush);
    super.finish();
  }

  private void add(ContactUse use) throws Exception {
    String key = use.contact();
    @Nullable ContactState known = state.value();
    ContactState contact = known == null ? new ContactState() : known;
    contact.add(use);
    if (known == null) {
      ends.keep(key, contact);
      contact.memory = ends.latestMemory(); // of the group, whose key is the current one
      setCurrentKey(key);
    }
    state.update(contact);
    changed.add(key);
    if (changed.size() >= MAX_HELD_BACK) {
      flush();
    }
  }

  /** Drops the contacts of which no advert was seen after a day. */
  private void forget(long last) throws Exception {
    keepEnds();
    ends.endBy(last, key -> dropOrKeep(key, last));
  }

  /** Drops the contact that is the current key unless it was seen after a day; says if it did. */
  private boolean dropOrKeep(String key, long last) throws Exception {
    @Nullable ContactState contact = state.value();
    if (contact == null) {
      return false;
    }
    if (contact.lastDay > last) {
      ends.keep(key, contact);
      return false;
    }
    if (changed.remove(key)) {
      told.tell(key);
      contact = state.value(); // another one, where state isn't on the heap
    }
    if (contact != null) {
      told.end(key, contact);
    }
    state.clear();
    return true;
  }

  /** Notes when the contacts end that were saved before ends were kept. */
  private void keepEnds() throws Exception {
    if (!lacksEnds) {
      return;
    }
    lacksEnds = false;
    List<String> saved = new ArrayList<>();
    this.<String>getKeyedStateBackend()
        .applyToAllKeys(
            VoidNamespace.INSTANCE,
            VoidNamespaceSerializer.INSTANCE,
            CONTACT,
            (key, unused) -> saved.add(key));
    Collections.sort(saved);
    for (String key : saved) {
      setCurrentKey(key);
      ends.keep(key, state.value());
    }
  }

  private void flush() throws Exception {
    if (judgeAnew) {
      judgeAnew = false;
      this.<String>getKeyedStateBackend()
          .applyToAllKeys(
              VoidNamespace.INSTANCE,
              VoidNamespaceSerializer.INSTANCE,
              CONTACT,
              (key, unused) -> told.tell(key));
    } else {
      for (String key : changed) {
        setCurrentKey(key);
        told.tell(key);
      }
    }
    changed.clear();
  }
}
