package org.vigie.pipeline.network;

import java.util.Collection;
import java.util.Set;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.vigie.advert.ContactCut;
import org.vigie.advert.Finding;
import org.vigie.advert.SharedMeaning;
import org.vigie.pipeline.index.IndexChange;
import org.vigie.text.finding.FindingWords;

/**
 * The contacts that are cut out of networks, as strangers share them.
 *
 * <p>Keyed state: whether a contact was dropped that is cut in the index. It has no end.
 */
final class ContactCuts {
  private static final ValueStateDescriptor<Boolean> DROPPED_CUTS =
      new ValueStateDescriptor<>("dropped-cuts", Types.BOOLEAN);

  private final ContactGraph graph;
  private final NetworkOutput output;
  private final CutRule rule;
  private final CutRule ruleOfFacts;

  /** Then a contact that is new may stand there as cut, from before. */
  private final ValueState<Boolean> droppedCuts;

  ContactCuts(
      NetworkConfig config, ContactGraph graph, RuntimeContext context, NetworkOutput output) {
    this.graph = graph;
    this.output = output;
    rule = new CutRule(config);
    ruleOfFacts = new CutRule(config.ofFacts());
    droppedCuts = context.getState(DROPPED_CUTS);
  }

  /** Takes note that a contact was dropped that is cut in the index. */
  void dropped() throws Exception {
    droppedCuts.update(true);
  }

  /** Says whether a contact joins, and whose components are to be walked if that changed. */
  void judge(String contact, NetworkChanges changed) throws Exception {
    ContactTies ties = graph.contact(contact);
    if (ties == null) {
      return;
    }
    Set<String> tied = Set.copyOf(ties.clusters); // bounding forgets those that it joined so far
    boolean changes = ties.bound();
    String before = ties.cut;
    graph.judged(contact);
    Finding cut = cut(contact, ties);
    ties.cut = cut.isEmpty() ? "" : FindingWords.english().say(cut);
    if (before.isEmpty() != ties.joins() || (changed.shrunk.contains(contact) && ties.joins())) {
      walk(tied, before.isEmpty(), changed);
    }
    changes |= !ties.cut.equals(before);
    if (!ties.joins() && !ties.network.isEmpty()) {
      changes = true;
      changed.left.add(ties.network);
      ties.network = "";
      output.emitOf(contact, IndexChange.deleteNetworkMembership(contact));
    }
    if (!ties.isTied()) {
      end(contact, ties, !before.isEmpty());
      return;
    }
    if (changes) {
      graph.update(contact, ties);
    }
    tell(contact, ties, before, cut);
  }

  private void walk(Set<String> tied, boolean joined, NetworkChanges changed) throws Exception {
    for (String cluster : tied) {
      if (graph.cluster(cluster) != null) {
        changed.seeds.add(cluster);
        if (joined) {
          changed.parted.add(cluster);
        }
      }
    }
  }

  private void tell(String contact, ContactTies ties, String before, Finding cut) throws Exception {
    if (!ties.joins() && !ties.cut.equals(before)) {
      output.emitOf(contact, IndexChange.put(new ContactCut(contact, ties.cut, cut)));
    } else if (ties.joins() && (!before.isEmpty() || mayHaveBeenCut(contact))) {
      output.emitOf(contact, IndexChange.deleteContactCut(contact));
    }
  }

  private Finding cut(String contact, ContactTies ties) throws Exception {
    Collection<NetworkNode> clusters = graph.tied(ties);
    if (SharedMeaning.isOfParty(contact)) {
      return rule.reasonOfParty(ties.countless, clusters);
    }
    if (SharedMeaning.isOfNumber(contact)) {
      return rule.reasonOfNumber(ties.countless, clusters);
    }
    if (SharedMeaning.isOfFacts(contact)) {
      return ruleOfFacts.reason(ties.countless, clusters);
    }
    return SharedMeaning.isOne(contact)
        ? rule.reason(ties.countless, clusters)
        : rule.reasonOfContact(ties.countless, clusters);
  }

  /** Drops a contact that no cluster names any more. */
  private void end(String contact, ContactTies ties, boolean wasCut) throws Exception {
    graph.drop(contact);
    if (!ties.network.isEmpty()) {
      output.emitOf(contact, IndexChange.deleteNetworkMembership(contact));
    }
    if (ties.countless) {
      dropped();
    } else if (wasCut) {
      output.emitOf(contact, IndexChange.deleteContactCut(contact));
    }
  }

  private boolean mayHaveBeenCut(String contact) throws Exception {
    return graph.isBegun(contact) && droppedCuts.value() != null;
  }
}
