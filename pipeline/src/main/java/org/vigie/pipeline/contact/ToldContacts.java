package org.vigie.pipeline.contact;

import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.vigie.advert.Alert;
import org.vigie.advert.ContactProfile;
import org.vigie.advert.Movement;
import org.vigie.pipeline.index.IndexChange;
import org.vigie.pipeline.index.RememberedContact;
import org.vigie.pipeline.metric.AlertCount;
import org.vigie.pipeline.network.NetworkConfig;

/** What the index and clusters know of contacts: their profiles, alerts and signs. */
final class ToldContacts {
  private final ValueState<ContactState> state;
  private final ContactIndicators indicators;
  private final ContactAlerts rules;
  private final NetworkConfig networks;
  private final LongCounter alerts;
  private final AlertCount alertCount;
  private final Output<StreamRecord<IndexChange>> output;

  /**
   * @param state of the contact that is the current key
   * @param networks from when on strangers share a contact
   * @param alerts counts those raised less those withdrawn
   */
  ToldContacts(
      ValueState<ContactState> state,
      ContactIndicators indicators,
      ContactAlerts rules,
      NetworkConfig networks,
      LongCounter alerts,
      AlertCount alertCount,
      Output<StreamRecord<IndexChange>> output) {
    this.state = state;
    this.indicators = indicators;
    this.rules = rules;
    this.networks = networks;
    this.alerts = alerts;
    this.alertCount = alertCount;
    this.output = output;
  }

  /** Tells of the contact that is the current key. */
  void tell(String key) throws Exception {
    ContactState contact = state.value();
    if (ContactIndicators.tells(contact)) {
      ContactProfile profile = profile(key, contact);
      emit(IndexChange.put(new RememberedContact(profile, contact.memory)));
      raiseOrWithdraw(rules.evaluate(profile, contact), key, contact);
      tellSigns(profile, contact);
    }
  }

  /** Tells clusters what a contact shows, unless strangers share it. */
  private void tellSigns(ContactProfile profile, ContactState contact) throws Exception {
    List<String> signs = ContactIndicators.signs(contact, profile.indicators(), networks);
    if (signs.isEmpty() && !contact.toldSigns) {
      return;
    }
    List<String> adverts = signs.isEmpty() ? List.of() : List.copyOf(contact.stands.keySet());
    output.collect(
        ProfileContacts.SIGNS,
        new StreamRecord<>(new ContactSigns(profile.key(), signs, adverts, false)));
    if (contact.toldSigns == signs.isEmpty()) {
      contact.toldSigns = !signs.isEmpty();
      state.update(contact);
    }
  }

  private void raiseOrWithdraw(Optional<Alert> alert, String key, ContactState contact)
      throws Exception {
    if (alert.isPresent()) {
      emit(IndexChange.put(alert.get()));
    } else if (contact.alerted) {
      emit(IndexChange.deleteAlert(ContactAlerts.alertId(key, contact.memory)));
    }
    if (alert.isPresent() != contact.alerted) {
      contact.alerted = alert.isPresent();
      alerts.add(contact.alerted ? 1 : -1);
      alert.ifPresentOrElse(
          raised -> alertCount.raised(raised.rule()), () -> alertCount.withdrawn());
      state.update(contact);
    }
  }

  private void emit(IndexChange change) {
    output.collect(new StreamRecord<>(change));
  }

  /** Tells clusters that a contact is forgotten, if they know its signs. */
  void end(String key, ContactState contact) {
    if (contact.toldSigns) {
      output.collect(ProfileContacts.SIGNS, new StreamRecord<>(ContactSigns.forgotten(key)));
    }
  }

  private ContactProfile profile(String key, ContactState contact) {
    Journey journey = new Journey(contact.stands.values());
    Movement movement = journey.movement();
    List<String> circuit = journey.circuit();
    List<String> clashes = ContactIndicators.clashes(contact);
    return new ContactProfile(
        key,
        contact.type,
        contact.phoneCountry,
        contact.adverts,
        contact.disguised,
        contact.firstSeen(),
        contact.lastSeen(),
        contact.busiestDay(),
        contact.names,
        contact.ages,
        contact.prices,
        contact.places,
        contact.countries,
        contact.languages,
        contact.channels,
        contact.sites,
        contact.employers,
        contact.beside,
        movement,
        circuit,
        clashes,
        indicators.of(key, contact, movement, circuit, clashes));
  }
}
