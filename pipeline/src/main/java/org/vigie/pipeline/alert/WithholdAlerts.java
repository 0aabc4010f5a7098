package org.vigie.pipeline.alert;

import java.util.HashSet;
import java.util.Set;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.vigie.advert.Alert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.Contact;
import org.vigie.advert.NetworkMembership;
import org.vigie.pipeline.index.IndexChange;
import org.vigie.pipeline.index.IndexChange.Deletion;

/**
 * Lets changes of alerts pass, and withdraws alerts about what is {@link Withheld}.
 *
 * <p>It reads from the other changes what becomes part of that: an advert that names a restricted
 * contact, the cluster that a restricted advert joins, the name under which such a cluster goes on,
 * its network. Whoever makes an alert tells of its subject first.
 *
 * <p>One instance. State: the names learned, each with what was withheld when it was. End of life:
 * the next run that withholds something else.
 */
@SuppressWarnings("NullAway.Init") // Flink sets up an instance before it hands it anything
public final class WithholdAlerts extends ProcessFunction<IndexChange, IndexChange>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  /** Names this operator's state in a savepoint; a new value orphans what is stored. */
  public static final String UID = "withhold-alerts";

  private static final ListStateDescriptor<String> LEARNED =
      new ListStateDescriptor<>("learned", Types.STRING);

  private final Withheld withheld;
  private transient Set<String> names;
  private transient Set<String> learned;
  private transient ListState<String> stored;

  public WithholdAlerts(Withheld withheld) {
    this.withheld = withheld;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    stored = context.getOperatorStateStore().getListState(LEARNED);
    names = new HashSet<>(withheld.names());
    learned = new HashSet<>();
    for (String line : stored.get()) {
      if (line.startsWith(mark())) {
        learn(line.substring(mark().length()));
      }
    }
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    stored.update(learned.stream().sorted().map(name -> mark() + name).toList());
  }

  /** What was learned of other restrictions holds no more. */
  private String mark() {
    return Integer.toHexString(withheld.hashCode()) + " ";
  }

  private void learn(String name) {
    if (names.add(name)) {
      learned.add(name);
    }
  }

  @Override
  public void processElement(IndexChange change, Context context, Collector<IndexChange> out) {
    if (change.deletes(Deletion.ALERT)) {
      out.collect(change);
    } else if (change instanceof IndexChange.PutAlert(Alert alert)) {
      out.collect(isWithheld(alert) ? IndexChange.deleteAlert(change.key()) : change);
    } else {
      learnFrom(change);
    }
  }

  private boolean isWithheld(Alert alert) {
    return names.contains(alert.subject())
        || alert.evidence().stream().anyMatch(one -> names.contains(one.advertId()));
  }

  private void learnFrom(IndexChange change) {
    switch (change) {
      case IndexChange.PutAdvert(AssessedAdvert advert) -> learnFrom(advert);
      case IndexChange.PutMembership(var placed) ->
          learnIf(names.contains(placed.advertId()), placed.clusterId());
      case IndexChange.PutAlias(var alias) -> learnIf(names.contains(alias.formerId()), alias.id());
      case IndexChange.PutCluster(ClusterProfile cluster) -> learnFrom(cluster);
      case IndexChange.PutContact(var known) ->
          learnIf(namesOne(known.profile().beside().keySet()), known.profile().key());
      case IndexChange.PutNetworkMembership(var placed) ->
          learnIf(names.contains(placed.member()), placed.networkId());
      case IndexChange.PutNetwork(var network) ->
          learnIf(network.clusters().keySet().stream().anyMatch(names::contains), network.id());
      case IndexChange.PutSighting seen -> {}
      case IndexChange.PutContactCut cut -> {}
      case IndexChange.PutVersions versions -> {}
      case IndexChange.PutAlert alert -> {}
      case IndexChange.Delete gone -> {}
    }
  }

  /** What contacts show over all of their adverts may rest on those that are restricted. */
  private void learnFrom(ClusterProfile cluster) {
    Set<String> contacts = cluster.contacts().keySet();
    boolean showsTheirs = cluster.indicators().stream().anyMatch(ClusterProfile::isOfContacts);
    learnIf(
        namesOne(contacts) || (showsTheirs && contacts.stream().anyMatch(names::contains)),
        cluster.id());
  }

  private void learnFrom(AssessedAdvert advert) {
    String id = advert.advert().id();
    boolean namesOne = advert.contacts().stream().map(Contact::key).anyMatch(this::isRestricted);
    if (namesOne || names.contains(id)) {
      learn(id);
      learn(NetworkMembership.ofSingle(id));
      advert.contacts().stream().map(Contact::key).forEach(this::learn);
    }
  }

  private boolean isRestricted(String contact) {
    return withheld.contacts().contains(contact);
  }

  private boolean namesOne(Set<String> contacts) {
    return contacts.stream().anyMatch(this::isRestricted);
  }

  private void learnIf(boolean holds, String name) {
    if (holds) {
      learn(name);
    }
  }
}
