/**
 * Review steps and comments.
 * @module
 */
export { addComments, addReply, listComments, type Comment, type CommentReply, type NewComment } from './comments.ts';
export {
  appendReview,
  listReviews,
  listReviewSteps,
  listReviewStepsOf,
  type NewReview,
  type Review,
  type ReviewStep,
} from './reviews.ts';
