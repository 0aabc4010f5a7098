package org.vigie.lab.bench.crawl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AdvertSiteTest {
  private static final Pattern LINK = Pattern.compile("href=\"([^\"]*)\"");
  private static final AdvertSite SITE = new AdvertSite(3_000, 7);

  @Test
  void givesEveryPageItsSizeAndDifferentLinks() {
    for (int page : new int[] {0, 1, 140, 2_999}) {
      assertThat(SITE.html(page)).hasSize(AdvertSite.PAGE_BYTES);
      assertThat(targets(SITE, page)).hasSize(AdvertSite.LINKS).doesNotContain(-1);
    }
  }

  @Test
  void leadsToEveryPageFromTheFirst() {
    BitSet reached = new BitSet();
    Queue<Integer> open = new ArrayDeque<>();
    reached.set(0);
    open.add(0);
    while (!open.isEmpty()) {
      for (int target : targets(SITE, open.remove())) {
        if (!reached.get(target)) {
          reached.set(target);
          open.add(target);
        }
      }
    }
    assertThat(reached.cardinality()).isEqualTo(SITE.pages());
  }

  @Test
  void makesTheSamePageFromTheSameSeedAndAnotherFromAnother() {
    assertThat(new AdvertSite(3_000, 7).html(5)).isEqualTo(SITE.html(5));
    assertThat(new AdvertSite(3_000, 8).html(5)).isNotEqualTo(SITE.html(5));
  }

  @Test
  void knowsNoPageButItsOwn() {
    assertThat(SITE.pageAt(SITE.path(2_999))).isEqualTo(2_999);
    assertThat(SITE.pageAt("/")).isZero();
    for (String path :
        new String[] {
          "/offers/lyon/hotel-staff-3000.html",
          "/offers/elsewhere/hotel-staff-60.html",
          "/offers/lyon/hotel-staff-60",
          "/offers/lyon/hotel-staff-99999999999.html",
          "/offers/lyon/hotel-staff-x.html",
          "/private/"
        }) {
      assertThat(SITE.pageAt(path)).as(path).isEqualTo(-1);
    }
  }

  @Test
  void mustHaveAPage() {
    assertThatThrownBy(() -> new AdvertSite(0, 7))
        .hasMessage("a site must have at least 1 page, but had 0");
  }

  private static Set<Integer> targets(AdvertSite site, int page) {
    Set<Integer> targets = new HashSet<>();
    Matcher link = LINK.matcher(new String(site.html(page), UTF_8));
    while (link.find()) {
      targets.add(site.pageAt(link.group(1)));
    }
    return targets;
  }
}
