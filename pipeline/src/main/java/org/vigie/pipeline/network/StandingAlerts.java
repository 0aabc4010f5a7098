package org.vigie.pipeline.network;

import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.vigie.advert.Alert;
import org.vigie.advert.NetworkProfile;
import org.vigie.pipeline.alert.ControlSigns;
import org.vigie.pipeline.index.IndexChange;
import org.vigie.pipeline.metric.AlertCount;

/**
 * The alerts about networks that stand in the index.
 *
 * <p>Keyed state: networks about which one stands. End of life: when it is withdrawn, or its
 * network forgotten.
 */
final class StandingAlerts {
  private static final MapStateDescriptor<String, Boolean> ALERTED =
      new MapStateDescriptor<>("alerted", Types.STRING, Types.BOOLEAN);

  private final NetworkAlerts rules;
  private final NetworkOutput output;
  private final MapState<String, Boolean> alerted;
  private final LongCounter alerts;
  private final AlertCount count;

  /**
   * @param alerts counts those raised less those withdrawn
   */
  StandingAlerts(
      NetworkAlerts rules, RuntimeContext context, LongCounter alerts, NetworkOutput output) {
    this.rules = rules;
    this.output = output;
    this.alerts = alerts;
    alerted = context.getMapState(ALERTED);
    count = new AlertCount(context.getMetricGroup(), NetworkAlerts.RULE, ControlSigns.RULE);
  }

  /** Raises the alert that a network calls for, or withdraws that which it called for. */
  void judge(NetworkProfile profile, List<NetworkNode> nodes) throws Exception {
    Optional<Alert> alert = rules.evaluate(profile, nodes);
    if (alert.isEmpty()) {
      withdraw(profile.id());
      return;
    }
    output.emit(IndexChange.put(alert.get()));
    if (!alerted.contains(profile.id())) {
      alerted.put(profile.id(), true);
      alerts.add(1);
      count.raised(alert.get().rule());
    }
  }

  /** Withdraws the alert about a network; returns whether one stood. */
  boolean withdraw(String network) throws Exception {
    if (!alerted.contains(network)) {
      return false;
    }
    alerted.remove(network);
    alerts.add(-1);
    count.withdrawn();
    output.emit(IndexChange.deleteAlert(NetworkAlerts.alertId(network)));
    return true;
  }

  /** Forgets whether an alert stands about a network; what stands in the index stays. */
  void forget(String network) throws Exception {
    alerted.remove(network);
  }
}
