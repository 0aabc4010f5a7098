package org.vigie.pipeline.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Alert;
import org.vigie.pipeline.count.LocalCounts;
import org.vigie.pipeline.index.IndexChange;
import org.vigie.pipeline.metric.AlertCount;
import org.vigie.pipeline.state.Days;

/**
 * Raises the leads of stored queries and watched texts as alerts, as far as their daily budget
 * goes.
 *
 * <p>Key: {@link Matcher#key}. State: its leads by the UTC day of their first advert, and under
 * which place each subject stands. End of life: a subject is forgotten with its cluster, a day once
 * all its subjects are, or else once there are leads of {@link #MAX_DAYS} later days, as those may
 * be that an earlier release saved; its alerts stay as they are.
 */
@SuppressWarnings("NullAway.Init") // Flink sets up an instance before it hands it anything
public final class BudgetAlerts extends KeyedProcessFunction<String, Lead, IndexChange> {
  private static final long serialVersionUID = 1L;

  /** Names this operator's state in a savepoint; a new value orphans what is stored. */
  public static final String UID = "budget-alerts";

  /** Accumulator: alerts of stored queries and watched texts raised less those withdrawn. */
  public static final String ALERTS = "stored-query-alerts";

  /** Days that have leads: a year and a month, longer than texts are remembered. */
  static final int MAX_DAYS = Days.MAX;

  private static final MapStateDescriptor<Long, DayOfLeads> DAYS =
      new MapStateDescriptor<>("days", Types.LONG, TypeInformation.of(DayOfLeads.class));

  private static final MapStateDescriptor<String, String> PLACES =
      new MapStateDescriptor<>("places", Types.STRING, Types.STRING);

  private final int budget;
  private final LongCounter alerts = new LongCounter();
  private transient AlertCount alertCount;
  private transient MapState<Long, DayOfLeads> days;
  private transient MapState<String, String> places;

  public BudgetAlerts(int budget) {
    this.budget = budget;
  }

  @Override
  public void open(OpenContext context) {
    days = getRuntimeContext().getMapState(DAYS);
    places = getRuntimeContext().getMapState(PLACES);
    LocalCounts.add(getRuntimeContext(), ALERTS, alerts);
    alertCount = new AlertCount(getRuntimeContext().getMetricGroup(), Matcher.Kind.allCounted());
  }

  @Override
  public void processElement(Lead lead, Context context, Collector<IndexChange> out)
      throws Exception {
    @Nullable String former = places.get(lead.subject());
    if (lead.forgotten()) {
      if (former != null) {
        forget(lead.subject(), former);
      }
      return;
    }
    if (former != null) {
      long day = dayOf(former);
      DayOfLeads leads = days.get(day);
      if (leads != null) {
        leads.remove(former);
        days.put(day, leads);
        boolean moves = lead.alert() == null || day != dayOf(DayOfLeads.place(lead));
        if (moves) {
          settle(lead.matcher(), day, leads, out);
        }
      }
      places.remove(lead.subject());
    }
    if (lead.alert() != null) {
      put(lead, lead.alert(), former == null, out);
    }
  }

  /** Its place on its day stays taken for as long as others of that day may come and go. */
  private void forget(String subject, String place) throws Exception {
    places.remove(subject);
    long day = dayOf(place);
    @Nullable DayOfLeads leads = days.get(day);
    if (leads != null) {
      leads.forgotten++;
      if (leads.isForgotten()) {
        days.remove(day);
      } else {
        days.put(day, leads);
      }
    }
  }

  private void put(Lead lead, Alert alert, boolean isNew, Collector<IndexChange> out)
      throws Exception {
    String place = DayOfLeads.place(lead);
    long day = dayOf(place);
    @Nullable DayOfLeads known = days.get(day);
    DayOfLeads leads = known == null ? new DayOfLeads() : known;
    if (isNew) {
      leads.comesBack(place);
    }
    leads.put(place, alert, Matcher.budget(lead.matcher(), budget));
    places.put(lead.subject(), place);
    settle(lead.matcher(), day, leads, out);
    if (known == null) {
      forgetOldDays();
    }
  }

  /** Raises and withdraws what a change of a day's leads comes to. */
  private void settle(String matcher, long day, DayOfLeads leads, Collector<IndexChange> out)
      throws Exception {
    Map<String, Alert> now = new HashMap<>();
    for (Alert alert : leads.due(Matcher.budget(matcher, budget))) {
      now.put(alert.subject(), alert);
      if (!leads.raised.containsKey(alert.subject())) {
        alertCount.raised(Matcher.rule(matcher));
      }
      if (!alert.equals(leads.raised.get(alert.subject()))) {
        out.collect(IndexChange.put(alert));
      }
    }
    for (Alert alert : leads.raised.values()) {
      if (!now.containsKey(alert.subject())) {
        alertCount.withdrawn();
        out.collect(IndexChange.deleteAlert(alert.id()));
      }
    }
    alerts.add(now.size() - leads.raised.size());
    leads.raised = now;
    if (leads.isEmpty()) {
      days.remove(day);
    } else {
      days.put(day, leads);
    }
  }

  private void forgetOldDays() throws Exception {
    List<Long> known = new ArrayList<>();
    days.keys().forEach(known::add);
    // Counted by days that have leads: one misdated advert must not make all others old.
    known.sort(Comparator.reverseOrder());
    List<Long> old = known.subList(Math.min(MAX_DAYS, known.size()), known.size());
    if (old.isEmpty()) {
      return;
    }
    for (long day : old) {
      days.remove(day);
    }
    List<String> subjects = new ArrayList<>();
    for (Map.Entry<String, String> entry : places.entries()) {
      if (old.contains(dayOf(entry.getValue()))) {
        subjects.add(entry.getKey());
      }
    }
    for (String subject : subjects) {
      places.remove(subject);
    }
  }

  private static long dayOf(String place) {
    Instant first = Instant.parse(place.substring(0, place.indexOf(' ')));
    return Math.floorDiv(first.getEpochSecond(), Duration.ofDays(1).toSeconds());
  }
}
