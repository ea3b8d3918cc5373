/** A remark of somebody on a thing of the map. One that began a thread is its own `threadId`; the others answer it. */
export type CommentRow = {
  id: string;
  journeyId: string;
  threadId: string;
  thing: string;
  authorId: string;
  authorName: string;
  text: string;
  at: number;
  editedAt: number | null;
  resolvedAt: number | null;
  resolvedBy: string | null;
  /** When the thread was left for later. */
  parkedAt: number | null;
};

/** Somebody who is called in a comment, and when they saw it. */
export type CommentMentionRow = { commentId: string; personId: string; seenAt: number | null };

export type CommentTables = { comment: CommentRow; commentMention: CommentMentionRow };
