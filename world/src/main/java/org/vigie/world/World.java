package org.vigie.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vigie.advert.Advert;

/**
 * A synthetic web with planted campaigns and known truth.
 *
 * <p>Nothing in it is real: names are coined, numbers are those kept free for fiction, addresses
 * are under {@code example.org}. Texts are made when they are asked for, so a large world takes
 * eight bytes an advert. Safe for use by several threads.
 *
 * <p>Two unrelated adverts share under a quarter of their word pairs in worlds of the size that
 * tests and the demo use; among many thousands of ordinary adverts, some pairs come closer by
 * chance.
 */
public final class World {
  /** Campaigns fill at most this share of a world. */
  private static final int CAMPAIGNS_ONE_IN = 4;

  private final WorldSpec spec;
  private final List<Campaign> campaigns;
  private final List<WatchedAdvert> watched;
  private final OrdinaryAdverts ordinary;
  private final Layout layout;
  private final Map<Host, Site> sites;

  private World(WorldSpec spec) {
    this.spec = spec;
    watched = WatchedAdvert.loadAll();
    campaigns = fitting(spec.adverts() / CAMPAIGNS_ONE_IN - watched.size());
    List<PlantedAdvert> planted = new ArrayList<>();
    campaigns.forEach(campaign -> planted.addAll(campaign.members()));
    watched.forEach(single -> planted.add(single.advert()));
    ordinary = new OrdinaryAdverts(spec.seed(), spec.adverts() - planted.size());
    layout = new Layout(ordinary, planted);
    sites = Site.all(layout);
  }

  private static List<Campaign> fitting(int adverts) {
    List<Campaign> fitting = new ArrayList<>();
    int left = adverts;
    for (Campaign campaign : Campaign.loadAll()) {
      if (campaign.members().size() <= left) {
        fitting.add(campaign);
        left -= campaign.members().size();
      }
    }
    return List.copyOf(fitting);
  }

  /** Makes the world of a specification. */
  public static World generate(WorldSpec spec) {
    return new World(spec);
  }

  public WorldSpec spec() {
    return spec;
  }

  /** Returns what was planted, with the URL of every advert. */
  public Truth truth() {
    Map<String, List<String>> urls = new HashMap<>();
    List<PlantedAdvert> planted = layout.planted();
    for (int i = 0; i < planted.size(); i++) {
      String url = url(planted.get(i).host(), layout.plantedNumber(i));
      urls.computeIfAbsent(planted.get(i).group(), key -> new ArrayList<>()).add(url);
    }
    return new Truth(
        campaigns.stream()
            .map(c ->
                new Truth.Campaign(c.name(), urls.getOrDefault(c.name(), List.of()), c.alerts()))
            .toList(),
        IntStream.range(0, layout.size())
            .filter(at -> !layout.isPlanted(at))
            .mapToObj(this::url)
            .toList(),
        watched.stream()
            .map(w ->
                new Truth.Watched(
                    w.advert().group(),
                    w.query(),
                    urls.getOrDefault(w.advert().group(), List.of())))
            .toList(),
        repeats());
  }

  private List<Truth.Repeat> repeats() {
    List<Truth.Repeat> repeats = new ArrayList<>();
    Map<String, String> first = new LinkedHashMap<>();
    adverts()
        .forEach(advert -> {
          String earlier = first.putIfAbsent(advert.id(), advert.url());
          if (earlier != null) {
            repeats.add(new Truth.Repeat(advert.url(), earlier));
          }
        });
    return repeats;
  }

  /**
   * Returns the adverts by time, as an extractor that reads the pages without a mistake would
   * declare them, seen at {@link WorldSpec#COMPLETE}, without mandate and provenance.
   */
  public Stream<Advert> adverts() {
    return IntStream.range(0, layout.size())
        .mapToObj(layout::posting)
        .map(posting -> DeclaredAdvert.of(posting, layout.count(posting.host())));
  }

  /**
   * Returns the page that a site serves, without HTTP.
   *
   * @param hostName such as {@code jobs.example.org}
   * @param target path and query, such as {@code /jobs?page=2}
   * @param origin scheme, host and port to use in the few links that have to be absolute
   */
  public Optional<ServedPage> findPage(String hostName, String target, String origin) {
    return Host.find(hostName)
        .map(sites::get)
        .flatMap(site -> site.findPage(RequestTarget.parse(target), origin));
  }

  private String url(int at) {
    Host host = layout.host(at);
    return url(host, layout.number(host, at));
  }

  private String url(Host host, int number) {
    return Address.url(host, number, layout.count(host));
  }
}
