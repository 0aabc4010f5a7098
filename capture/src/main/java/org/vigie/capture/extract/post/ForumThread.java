package org.vigie.capture.extract.post;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.capture.extract.content.PostedTime;
import org.vigie.capture.extract.link.PageLinks;
import org.vigie.capture.extract.page.ChannelReader;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.capture.extract.page.Page;
import org.vigie.capture.extract.page.Payload;
import org.vigie.capture.extract.page.ShownDates;

/** A page of a forum's thread: each post an advert under the thread's title. */
public final class ForumThread implements ChannelReader {
  /** No software shows more on a page; what does is an archive, or a trap. */
  private static final int MAX_POSTS = 500;

  /** Longer ones are no title. */
  private static final int MAX_TITLE = 300;

  /** Where themes without machine-readable times show them. */
  private static final Evaluator SHOWN =
      Selector.evaluatorOf(
          ".post_date, .postdate, .postarea .smalltext, p.author, .blockpost h2, .postbody .author");

  /** Characters of a line that shows a time. */
  private static final int MAX_LINE = 80;

  /** Nodes of a post that are looked at for it. */
  private static final int MAX_SEEN = 400;

  /** A day with digits before an hour, or after it. */
  private static final Pattern HOUR =
      Pattern.compile(
          "\\p{Nd}{1,4}\\D.{0,24}\\p{Nd}{1,2}:\\p{Nd}{2}"
              + "|\\p{Nd}{1,2}:\\p{Nd}{2}.{0,24}\\p{Nd}{4}");

  /** What a thread is called, where the page's first heading is the name of the forum. */
  private static final Evaluator THREAD_TITLE =
      Selector.evaluatorOf(
          "h2.topic-title, .topic-title, .display_title, .p-title-value, .threadtitle,"
              + " .ipsType_pageTitle, [component='topic/title']");

  /** What a post is called where its software gives each its own title. */
  private static final Evaluator SUBJECT =
      Selector.evaluatorOf(
          ".postbody h3, .subject_title, .keyinfo h5, .posttitle, h2.title.icon,"
              + " .js-comment h3");

  @Override
  public String name() {
    return "forum";
  }

  @Override
  public boolean takesAllLinks() {
    return true;
  }

  @Override
  public @Nullable Extraction read(Payload payload) {
    for (ForumMarkup markup : ForumMarkup.KNOWN) {
      if (payload.marks().has(markup.mark())) {
        Page page = payload.page();
        List<Advert> adverts = adverts(page, markup, title(page));
        if (!adverts.isEmpty()) {
          return PageLinks.with(page, adverts);
        }
      }
    }
    return null;
  }

  private static String title(Page page) {
    Element thread = page.document().selectFirst(THREAD_TITLE);
    String own = textOf(thread).strip();
    return own.isEmpty() || !page.document().title().contains(own) ? page.title() : own;
  }

  /** An answer is called after its thread, or has a title of its own. */
  private static String title(String thread, @Nullable Element subject) {
    String own = textOf(subject).strip();
    return own.isEmpty() || own.length() > MAX_TITLE ? thread : own;
  }

  private static String textOf(@Nullable Element element) {
    return element == null ? "" : element.text();
  }

  /** Returns the posts that a page shows, under one title. */
  static List<Advert> adverts(Page page, ForumMarkup markup, String title) {
    List<Element> posts = page.document().select(markup.posts());
    Set<Element> known = Collections.newSetFromMap(new IdentityHashMap<>());
    known.addAll(posts.subList(0, Math.min(posts.size(), MAX_POSTS)));
    Map<Element, Element> bodies = firstInEach(known, page.document().select(markup.body()));
    Map<Element, Element> authors = firstInEach(known, page.document().select(markup.author()));
    Map<Element, Element> times = firstInEach(known, page.document().select(markup.time()));
    Map<Element, Element> subjects = firstInEach(known, page.document().select(SUBJECT));
    Map<Element, Element> shown = new IdentityHashMap<>(times);
    if (times.size() < known.size()) {
      firstInEach(known, page.document().select(SHOWN)).forEach(shown::putIfAbsent);
      known.forEach(post -> shownElsewhere(known, post, bodies.get(post), shown));
    }
    ShownDates dates =
        ShownDates.ofPosts(page, shown.values().stream().map(Element::text).toList());
    Set<Element> texts = Collections.newSetFromMap(new IdentityHashMap<>());
    texts.addAll(bodies.values());
    List<Advert> adverts = new ArrayList<>();
    for (Element post : posts) {
      Element body = bodies.get(post);
      if (body != null && holder(texts, body.parent()) == null) {
        ForumPost written = new ForumPost(post, body, authors.get(post), times.get(post));
        String subject = title(title, subjects.get(post));
        Advert advert = written.advert(page, subject, time(shown.get(post), dates));
        if (advert != null) {
          adverts.add(advert);
        }
      }
    }
    return adverts;
  }

  /**
   * Themes that nobody listed show the time in a line of the post, or right above it. It has its
   * hour: days alone are those on which members came.
   */
  private static void shownElsewhere(
      Set<Element> posts, Element post, @Nullable Element body, Map<Element, Element> shown) {
    Element known = shown.get(post);
    if (body == null || (known != null && hasHour(known.text()))) {
      return;
    }
    Element above = post.previousElementSibling();
    Element line =
        above != null && !posts.contains(above) && isLine(above.text()) ? line(above, body) : null;
    line = line == null ? line(post, body) : line;
    if (line != null) {
      shown.put(post, line);
    }
  }

  /** Returns the first line that shows a day and its hour, outside of what the post says. */
  private static @Nullable Element line(Element within, Element body) {
    Element[] found = {null};
    int[] seen = {0};
    NodeFilter search =
        (Node node, int depth) -> {
          if (node == body) {
            return NodeFilter.FilterResult.SKIP_ENTIRELY;
          }
          boolean line =
              node instanceof Element element
                  && isLine(element.ownText())
                  && !PostedTime.isOther(element.text());
          found[0] = line ? (Element) node : null;
          return line || ++seen[0] > MAX_SEEN
              ? NodeFilter.FilterResult.STOP
              : NodeFilter.FilterResult.CONTINUE;
        };
    NodeTraversor.filter(search, within);
    return found[0];
  }

  private static @Nullable Instant time(@Nullable Element shown, ShownDates dates) {
    Instant exact = shown == null ? null : DatedBlock.exact(shown);
    return exact == null ? dates.find(textOf(shown)) : exact;
  }

  private static boolean isLine(String text) {
    return text.length() <= MAX_LINE && hasHour(text);
  }

  private static boolean hasHour(String text) {
    return HOUR.matcher(text).find();
  }

  /** Returns the first of some elements in each post; those of a nested post are its own. */
  private static Map<Element, Element> firstInEach(Set<Element> posts, List<Element> matches) {
    Map<Element, Element> first = new IdentityHashMap<>();
    for (Element match : matches) {
      Element post = holder(posts, match);
      if (post != null) {
        first.putIfAbsent(post, match);
      }
    }
    return first;
  }

  /** Returns the innermost of some elements that an element lies in, itself among them. */
  private static @Nullable Element holder(Set<Element> holders, @Nullable Element element) {
    Element holder = element;
    while (holder != null && !holders.contains(holder)) {
      holder = holder.parent();
    }
    return holder;
  }
}
