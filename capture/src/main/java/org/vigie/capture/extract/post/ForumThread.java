package org.vigie.capture.extract.post;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
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
        Advert advert = written.advert(page, subject, dates.find(textOf(shown.get(post))));
        if (advert != null) {
          adverts.add(advert);
        }
      }
    }
    return adverts;
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
