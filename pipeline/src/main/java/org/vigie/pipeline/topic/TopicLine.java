package org.vigie.pipeline.topic;

import org.jspecify.annotations.Nullable;

/**
 * One message for a topic.
 *
 * @param key the same for all messages about one thing
 * @param value a JSON object; null if the thing is no more
 */
public record TopicLine(String key, @Nullable String value) {}
