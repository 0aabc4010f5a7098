package org.vigie.pipeline.cluster;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.advert.Contact;
import org.vigie.advert.Evidence;
import org.vigie.pipeline.contact.Counts;
import org.vigie.pipeline.shared.NearSign;
import org.vigie.pipeline.state.SortedArrayMap;

/** What the adverts of one cluster say, each with how many of them say it; mutable. */
public final class ClusterCounts {
  public SortedArrayMap<String, Long> contacts = new SortedArrayMap<>();
  public SortedArrayMap<String, Long> places = new SortedArrayMap<>();
  public SortedArrayMap<String, Long> countries = new SortedArrayMap<>();
  public SortedArrayMap<String, Long> sites = new SortedArrayMap<>();
  public SortedArrayMap<String, Long> channels = new SortedArrayMap<>();
  public SortedArrayMap<String, Long> languages = new SortedArrayMap<>();
  public SortedArrayMap<String, Long> indicators = new SortedArrayMap<>();
  public SortedArrayMap<String, Long> employers = new SortedArrayMap<>();
  public SortedArrayMap<String, Long> models = new SortedArrayMap<>();

  /** Persons' names, of which nothing but their number is told. */
  public SortedArrayMap<String, Long> names = new SortedArrayMap<>();

  /** Account of a site and a contact that leads to somebody, a line each → adverts with both. */
  public SortedArrayMap<String, Long> accountContacts = new SortedArrayMap<>();

  /** What joins it with texts that say the same, and near signs: keys of each advert → adverts. */
  public SortedArrayMap<String, Long> said = new SortedArrayMap<>();

  /** Returns others that are alike and change by themselves. */
  ClusterCounts copy() {
    ClusterCounts copy = new ClusterCounts();
    copy.contacts = new SortedArrayMap<>(contacts);
    copy.places = new SortedArrayMap<>(places);
    copy.countries = new SortedArrayMap<>(countries);
    copy.sites = new SortedArrayMap<>(sites);
    copy.channels = new SortedArrayMap<>(channels);
    copy.languages = new SortedArrayMap<>(languages);
    copy.indicators = new SortedArrayMap<>(indicators);
    copy.employers = new SortedArrayMap<>(employers);
    copy.models = new SortedArrayMap<>(models);
    copy.names = new SortedArrayMap<>(names);
    copy.accountContacts = new SortedArrayMap<>(accountContacts);
    copy.said = new SortedArrayMap<>(said);
    return copy;
  }

  /** Counts an advert that comes for the first time. */
  void add(Member member) {
    member.contacts().forEach(contact -> Counts.plus(contacts, contact, 1));
    Counts.plus(places, member.place(), 1);
    Counts.plus(countries, member.country(), 1);
    Counts.plus(sites, member.site(), 1);
    Counts.plus(channels, member.channel(), 1);
    Counts.plus(languages, member.language(), 1);
    Counts.plus(employers, member.employer(), 1);
    Counts.plus(models, member.model(), 1);
    member.names().forEach(name -> Counts.plus(names, name, 1));
    if (!member.account().isEmpty()) {
      leading(member.contacts())
          .forEach(contact -> Counts.plus(accountContacts, member.account() + "\n" + contact, 1));
    }
    member.said().forEach(key -> Counts.plus(said, key, 1));
    for (Evidence found : member.indicators()) {
      Counts.plus(indicators, found.indicator(), 1);
    }
  }

  /** Adds those of another cluster. */
  void addAll(ClusterCounts other) {
    Counts.addAll(contacts, other.contacts);
    Counts.addAll(places, other.places);
    Counts.addAll(countries, other.countries);
    Counts.addAll(sites, other.sites);
    Counts.addAll(channels, other.channels);
    Counts.addAll(languages, other.languages);
    Counts.addAll(indicators, other.indicators);
    Counts.addAll(employers, other.employers);
    Counts.addAll(models, other.models);
    Counts.addAll(names, other.names);
    Counts.addAll(accountContacts, other.accountContacts);
    Counts.addAll(said, other.said);
  }

  /** Returns how many adverts were assessed. */
  long assessed() {
    return models.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Returns what joins the cluster with others → adverts. */
  Map<String, Long> joining() {
    Map<String, Long> joining = new HashMap<>(contacts);
    joining.keySet().removeIf(key -> !Contact.typeOf(key).leadsToSomebody());
    joining.putAll(said);
    joining.remove(NearSign.KEY);
    return joining;
  }

  /** Returns how many adverts nearly say a strong sign of control, and say none. */
  long nearlySaying() {
    return said.getOrDefault(NearSign.KEY, 0L);
  }

  /** Returns the contacts that lead to somebody, in alphabetical order. */
  List<String> leadingContacts() {
    return leading(contacts.keySet());
  }

  /** Returns the contacts that at least half of so many adverts name, in alphabetical order. */
  List<String> contactsOfHalf(long adverts) {
    return contacts.entrySet().stream()
        .filter(contact -> 2 * contact.getValue() >= adverts)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Returns the most contacts that one account of a site names. */
  long contactsOfOneAccount() {
    Map<String, Long> contactsOf = new HashMap<>();
    accountContacts
        .keySet()
        .forEach(line -> contactsOf.merge(line.substring(0, line.indexOf('\n')), 1L, Long::sum));
    return contactsOf.values().stream().mapToLong(n -> n).max().orElse(0);
  }

  private static List<String> leading(Collection<String> contacts) {
    return contacts.stream().filter(key -> Contact.typeOf(key).leadsToSomebody()).sorted().toList();
  }
}
