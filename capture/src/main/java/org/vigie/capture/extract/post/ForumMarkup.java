package org.vigie.capture.extract.post;

import java.util.List;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/**
 * Where the posts of a thread stand in the pages of one forum software.
 *
 * @param software its name
 * @param mark a class name or item type on each of its pages: most others are told by that alone
 * @param posts the element of each post
 * @param body within a post, its text
 * @param author within a post, the name of who wrote it
 * @param time within a post, when it was written
 */
record ForumMarkup(
    String software,
    String mark,
    Evaluator posts,
    Evaluator body,
    Evaluator author,
    Evaluator time) {

  private static final String ITEM_TEXT = "[itemprop=text], [itemprop=articleBody]";
  private static final String ITEM_AUTHOR =
      "[itemprop=author] [itemprop=name], [itemprop=author], [itemprop=creator]";
  private static final String ANY_TIME = "time[datetime], [itemprop~=^date(Created|Published)$]";

  /**
   * Those in wide use, as their stock themes have it; schema.org's words last, since they stand
   * beside the markup of many. A page is read by the first that finds posts in it.
   */
  static final List<ForumMarkup> KNOWN =
      List.of(
          of(
              "XenForo 2",
              "bbWrapper",
              "article.message[data-content^=post-], article.message--post[id^=js-post-]",
              ".message-body .bbWrapper, .message-content .bbWrapper",
              ".message-name .username, .message-name",
              ".message-attribution time[datetime], time[datetime]"),
          of(
              "XenForo 1",
              "messageText",
              "li.message[id^=post-]",
              "blockquote.messageText",
              ".messageUserBlock .username, .userText .username",
              ".messageMeta abbr[data-time], .messageMeta .DateTime"),
          of(
              "Invision Community",
              "ipsComment",
              "article[id^=elComment_]",
              "[data-role=commentContent]",
              ".ipsComment_author h3, .cAuthorPane_author, .ipsEntry__username",
              "time[datetime]"),
          of(
              "phpBB 3",
              "postbody",
              "div.post[id^=p]",
              ".postbody .content",
              ".author .username, .author .username-coloured, .postprofile .username,"
                  + " .postprofile .username-coloured, .author strong",
              ".author time[datetime], time[datetime]"),
          of(
              "phpBB 3 in its old style",
              "postauthor",
              "table.tablebg:has(.postauthor):has(.postbody)",
              ".postbody",
              ".postauthor",
              ANY_TIME),
          of(
              "vBulletin 5",
              "js-post__content-text",
              "li.b-post[data-node-id]",
              ".js-post__content-text",
              ".b-userinfo__details .author, .author",
              "time[datetime]"),
          of(
              "vBulletin 4",
              "postcontent",
              "li.postbitlegacy[id^=post_], li.postbit[id^=post_], li.postcontainer[id^=post_]",
              "blockquote.postcontent, .postcontent",
              ".username_container .username, .username",
              ".postdate .date"),
          of(
              "vBulletin 3",
              "bigusername",
              "table[id^=post], div[id^=edit]",
              "[id^=post_message_]",
              ".bigusername",
              ANY_TIME),
          of(
              "Simple Machines",
              "post_wrapper",
              "div.post_wrapper",
              ".inner[id^=msg_], .post .inner",
              ".poster h4 a, .poster h4",
              ".smalltext time[datetime], time[datetime]"),
          of(
              "MyBB",
              "post_body",
              "div.post[id^=post_]",
              ".post_body",
              ".author_information .largetext, .author_information a",
              ANY_TIME),
          of(
              "FluxBB",
              "postmsg",
              "div.blockpost[id^=p]",
              ".postmsg",
              ".postleft dt strong, .postleft dt",
              ANY_TIME),
          of(
              "Vanilla",
              "MessageList",
              ".ItemDiscussion, li.ItemComment",
              ".Message",
              ".Author .Username, a.Username",
              "time[datetime]"),
          of(
              "NodeBB",
              "posts-container",
              "[component=post][data-pid]",
              "[component=post/content]",
              "[itemprop=author] [itemprop=name], [data-username], .post-author",
              "[itemprop=datePublished], .timeago"),
          of(
              "NodeBB in themes that name its list otherwise",
              "posts",
              "[component=post][data-pid]",
              "[component=post/content]",
              "[itemprop=author] [itemprop=name], [data-username], .post-author",
              "[itemprop=datePublished], .timeago"),
          of(
              "Discourse for readers without script",
              "crawler-post",
              "div.crawler-post",
              ".post[itemprop=text], .post",
              ".creator [itemprop=name], .creator a",
              "time.post-time, time[datetime]"),
          of(
              "bbPress",
              "bbp-reply-content",
              "div.type-topic, div.type-reply",
              ".bbp-topic-content, .bbp-reply-content",
              ".bbp-author-name",
              ANY_TIME),
          of(
              "Drupal",
              "field--name-comment-body",
              "article.node--view-mode-full, article.node--type-forum, article.js-comment, article.comment",
              ".field--name-body, .field--name-comment-body, .node__content .text-formatted",
              ".node__submitted .field--name-uid, .node__submitted .username, .comment__submitted,"
                  + " .comment__author, .username, [rel=author]",
              ANY_TIME + ", [data-comment-timestamp]"),
          of(
              "Drupal 7",
              "field-name-comment-body",
              "div.node-full, article.node, div.node-forum, div.comment, article.comment",
              ".field-name-body, .field-name-comment-body",
              ".username",
              "[property~=dc:date][content], " + ANY_TIME),
          of(
              "schema.org's forum thread",
              "DiscussionForumPosting",
              "[itemtype$=/DiscussionForumPosting],"
                  + " [itemtype$=/DiscussionForumPosting] [itemtype$=/Comment]",
              ITEM_TEXT,
              ITEM_AUTHOR,
              ANY_TIME),
          of(
              "schema.org's questions and answers",
              "QAPage",
              "[itemtype$=/QAPage] [itemtype$=/Question], [itemtype$=/QAPage] [itemtype$=/Answer]",
              ITEM_TEXT,
              ITEM_AUTHOR,
              ANY_TIME));

  static ForumMarkup of(
      String software, String mark, String posts, String body, String author, String time) {
    return new ForumMarkup(
        software,
        mark,
        Selector.evaluatorOf(posts),
        Selector.evaluatorOf(body),
        Selector.evaluatorOf(author),
        Selector.evaluatorOf(time));
  }
}
